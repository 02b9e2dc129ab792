"""Errors of EC2 that moto lacks or words otherwise
(https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html)."""

from moto.ec2.exceptions import EC2ClientError


def peering_not_found(peering_id: str) -> EC2ClientError:
    return EC2ClientError(
        "InvalidVpcPeeringConnectionID.NotFound", f"The vpcPeeringConnection ID '{peering_id}' does not exist"
    )


def peering_exists(peering_id: str) -> EC2ClientError:
    return EC2ClientError(
        "VpcPeeringConnectionAlreadyExists", f"A VPC peering connection between the VPCs already exists: {peering_id}"
    )


def invalid_transition(peering_id: str, current: str, attempted: str) -> EC2ClientError:
    return EC2ClientError(
        "InvalidStateTransition",
        f"Invalid state transition for {peering_id}, attempted to transition from {current} to {attempted}",
    )


def not_permitted(message: str) -> EC2ClientError:
    return EC2ClientError("OperationNotPermitted", message)


def invalid_value(message: str) -> EC2ClientError:
    return EC2ClientError("InvalidParameterValue", message)


def dependency_violation(kind: str, resource_id: str) -> EC2ClientError:
    return EC2ClientError("DependencyViolation", f"The {kind} '{resource_id}' has dependencies and cannot be deleted.")


def group_in_use(group_id: str) -> EC2ClientError:
    return EC2ClientError("DependencyViolation", f"resource {group_id} has a dependent object")


def different_networks() -> EC2ClientError:
    return EC2ClientError(
        "InvalidGroup.NotFound", "You have specified two resources that belong to different networks."
    )


def group_not_found(group_id: str) -> EC2ClientError:
    return EC2ClientError("InvalidGroup.NotFound", f"The security group '{group_id}' does not exist")
