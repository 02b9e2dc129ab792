"""What every group of CloudFormation operations uses."""

from typing import Any

from moto.cloudformation.models import cloudformation_backends
from moto.cloudformation.utils import get_stack_from_s3_url
from moto.core.responses import BaseResponse

from testbed.cloudformation.backend import TestbedCloudFormationBackend
from testbed.cloudformation.errors import ValidationError
from testbed.cloudformation.requests import Submission
from testbed.cloudformation.stack import Stack
from testbed.iam.principals import principal_arn


class StackRequests(BaseResponse):
    """Base of the classes that each answer one group of operations."""

    @property
    def backend(self) -> TestbedCloudFormationBackend:
        backend = cloudformation_backends[self.current_account][self.region]
        assert isinstance(backend, TestbedCloudFormationBackend)
        return backend

    @property
    def caller(self) -> str:
        """ARN of the user or role that calls."""
        return principal_arn(self.access_key, self.current_account)

    def submission(self, stack: Stack | None = None) -> Submission:
        """The request; what it may take over from the stack is taken over."""
        return Submission(
            name=self._get_param("StackName"),
            body=self._body(stack),
            caller=self.caller,
            parameters=self._parameters(stack),
            tags=self._tags(stack),
            capabilities=list(self._get_param("Capabilities") or []),
            role_arn=self._get_param("RoleARN"),
            on_failure=self._on_failure(),
            termination_protection=bool(self._get_param("EnableTerminationProtection")),
        )

    def page(self, key: str, items: list[Any], size: int = 100) -> dict[str, object]:
        """One page of a list; the token is the position of the next item."""
        start = int(self._get_param("NextToken") or 0)
        end = start + size
        return {key: items[start:end], "NextToken": str(end) if end < len(items) else None}

    def _body(self, stack: Stack | None) -> str:
        if self._get_param("TemplateURL"):
            return get_stack_from_s3_url(self._get_param("TemplateURL"), self.current_account, self.partition)
        if self._get_param("TemplateBody"):
            return str(self._get_param("TemplateBody"))
        if stack and self._get_param("UsePreviousTemplate"):
            return stack.body
        raise ValidationError("Either Template URL or Template Body must be specified.")

    def _parameters(self, stack: Stack | None) -> dict[str, str]:
        known = stack.parameters if stack else {}
        return {
            item["ParameterKey"]: known.get(item["ParameterKey"], "")
            if item.get("UsePreviousValue")
            else item["ParameterValue"]
            for item in self._get_param("Parameters") or []
        }

    def _tags(self, stack: Stack | None) -> dict[str, str]:
        given = self._get_param("Tags")
        if given is None and stack:
            return stack.tags
        return {item["Key"]: item["Value"] for item in given or []}

    def _on_failure(self) -> str:
        if self._get_param("DisableRollback"):
            return "DO_NOTHING"
        return str(self._get_param("OnFailure") or "ROLLBACK")
