"""Deleting what moto's CloudFormation makes but never removes."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from moto.cloudformation.parsing import clean_json, resource_class_from_type
from moto.ec2.models import EC2Backend, ec2_backends
from moto.iam.models import IAMBackend, iam_backends
from moto.utilities.utils import get_partition

from testbed.cloudformation.errors import ResourceFailed


@dataclass(frozen=True)
class Doomed:
    """A resource that is to go: what its model knows of it, and what the template said."""

    instance: Any
    properties: dict[str, Any]
    ec2: EC2Backend
    iam: IAMBackend

    @property
    def id(self) -> str:
        return str(self.instance.physical_resource_id)


def delete_resource(instance: Any, definition: dict[str, Any], stack_map: Any) -> None:
    """Removes it; a type that nobody can remove is an error, never a silent leftover."""
    kind = definition["Type"]
    account, region = stack_map._account_id, stack_map._region_name
    if kind in DELETIONS:
        doomed = Doomed(
            instance,
            properties=clean_json(definition, stack_map).get("Properties", {}),
            ec2=ec2_backends[account][region],
            iam=iam_backends[account][get_partition(region)],
        )
        DELETIONS[kind](doomed)
        return
    model = resource_class_from_type(kind)
    if not hasattr(instance, "delete") and hasattr(model.delete_from_cloudformation_json, "__isabstractmethod__"):
        raise ResourceFailed(f"The test bed cannot delete a resource of type {kind}")
    stack_map._delete_resource(instance, definition)


def _revoke_ingress(doomed: Doomed) -> None:
    properties = doomed.properties
    source = properties.get("SourceSecurityGroupId")
    ranges = [{key: properties[key]} for key in ("CidrIp", "CidrIpv6") if key in properties]
    doomed.ec2.revoke_security_group_ingress(
        properties["GroupId"],
        properties["IpProtocol"],
        properties.get("FromPort", "-1"),
        properties.get("ToPort", "-1"),
        [{**block, "Description": properties.get("Description")} for block in ranges],
        source_groups=[{"GroupId": source}] if source else [],
    )


def _disassociate(doomed: Doomed) -> None:
    table = doomed.ec2.get_route_table(doomed.properties["RouteTableId"])
    for association_id, subnet_id in list(table._associations.items()):
        if subnet_id == doomed.properties["SubnetId"]:
            doomed.ec2.disassociate_route_table(association_id)


def _delete_route(doomed: Doomed) -> None:
    route = doomed.instance
    doomed.ec2.delete_route(route.route_table.id, route.destination_cidr_block, route.destination_ipv6_cidr_block)


def _detach_gateway(doomed: Doomed) -> None:
    doomed.ec2.detach_internet_gateway(doomed.properties["InternetGatewayId"], doomed.properties["VpcId"])


def _delete_endpoint(doomed: Doomed) -> None:
    doomed.ec2.delete_vpc_endpoints([doomed.id])
    doomed.ec2.vpc_end_points.pop(doomed.id, None)


def _delete_managed_policy(doomed: Doomed) -> None:
    for role in doomed.iam.roles.values():
        role.managed_policies.pop(doomed.instance.arn, None)
    doomed.iam.delete_policy(doomed.instance.arn)


DELETIONS: dict[str, Callable[[Doomed], object]] = {
    "AWS::EC2::EIP": lambda doomed: doomed.ec2.release_address(address=doomed.instance.public_ip),
    "AWS::EC2::InternetGateway": lambda doomed: doomed.ec2.delete_internet_gateway(doomed.id),
    "AWS::EC2::NatGateway": lambda doomed: doomed.ec2.delete_nat_gateway(doomed.id),
    "AWS::EC2::Route": _delete_route,
    "AWS::EC2::RouteTable": lambda doomed: doomed.ec2.delete_route_table(doomed.id),
    "AWS::EC2::SecurityGroupIngress": _revoke_ingress,
    "AWS::EC2::SubnetRouteTableAssociation": _disassociate,
    "AWS::EC2::VPCEndpoint": _delete_endpoint,
    "AWS::EC2::VPCGatewayAttachment": _detach_gateway,
    "AWS::IAM::ManagedPolicy": _delete_managed_policy,
}
