"""Errors of EKS in the form that moto's responses raise them.

https://docs.aws.amazon.com/eks/latest/APIReference/CommonErrors.html
"""

from moto.eks.exceptions import (
    InvalidParameterException,
    InvalidRequestException,
    ResourceInUseException,
    ResourceNotFoundException,
)


def invalid_parameter(message: str, **subject: str) -> InvalidParameterException:
    return InvalidParameterException(message=message, **subject)


def invalid_request(message: str, **subject: str) -> InvalidRequestException:
    return InvalidRequestException(message=message, **subject)


def in_use(message: str, **subject: str) -> ResourceInUseException:
    return ResourceInUseException(message=message, **subject)


def not_found(message: str, **subject: str) -> ResourceNotFoundException:
    return ResourceNotFoundException(message=message, **subject)
