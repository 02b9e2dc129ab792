"""Errors of CloudFormation (https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/CommonErrors.html)."""

from moto.cloudformation.exceptions import AlreadyExistsException, CloudFormationError


class ValidationError(CloudFormationError):
    """What CloudFormation answers to nearly every wrong request."""

    code = "ValidationError"


class InsufficientCapabilities(CloudFormationError):
    """The caller did not acknowledge that the template makes IAM resources."""

    code = "InsufficientCapabilitiesException"


class ChangeSetNotFound(CloudFormationError):
    code = "ChangeSetNotFound"


class ResourceFailed(Exception):
    """A resource that came to nothing; the text is the reason in the stack's events."""


def already_exists(name: str) -> AlreadyExistsException:
    return AlreadyExistsException(f"Stack [{name}] already exists")


def no_such_stack(name_or_id: str) -> ValidationError:
    return ValidationError(f"Stack with id {name_or_id} does not exist")
