"""What every group of EKS operations uses."""

from typing import Any

from moto.core.responses import BaseResponse
from moto.eks.models import eks_backends

from testbed.eks.backend import TestbedEksBackend
from testbed.iam.principals import principal_arn


class EksOperations(BaseResponse):
    """Base of the classes that each answer one group of operations."""

    @property
    def backend(self) -> TestbedEksBackend:
        backend = eks_backends[self.current_account][self.region]
        assert isinstance(backend, TestbedEksBackend)
        return backend

    @property
    def caller(self) -> str:
        """ARN of the user or role that calls."""
        return principal_arn(self.access_key, self.current_account)

    @property
    def request(self) -> dict[str, Any]:
        """The parameters, named as in botocore's model of EKS."""
        return dict(self.params)

    def page(self, key: str, items: list[Any]) -> dict[str, object]:
        """One page of a list; the token is the position of the next item."""
        start = int(self._get_param("nextToken") or 0)
        end = start + int(self._get_param("maxResults") or 100)
        return {key: items[start:end], "nextToken": str(end) if end < len(items) else None}
