"""The operations on stacks."""

from typing import Any

from moto.core.responses import ActionResult, EmptyResult

from testbed.cloudformation.errors import ValidationError
from testbed.cloudformation.requests import create_stack, delete_stack, update_stack
from testbed.cloudformation.response import StackRequests
from testbed.cloudformation.stack import Event, Stack, StackResource


class StackOperations(StackRequests):
    """Create, update and delete; everything that can be read of a stack."""

    def create_stack(self) -> ActionResult:
        return ActionResult({"StackId": create_stack(self.backend, self.submission()).stack_id})

    def update_stack(self) -> ActionResult:
        stack = self.backend.stack(self._get_param("StackName"))
        return ActionResult({"StackId": update_stack(self.backend, self.submission(stack)).stack_id})

    def delete_stack(self) -> EmptyResult:
        delete_stack(self.backend, self._get_param("StackName"))
        return EmptyResult()

    def update_termination_protection(self) -> ActionResult:
        stack = self._stack
        stack.termination_protection = bool(self._get_param("EnableTerminationProtection"))
        return ActionResult({"StackId": stack.stack_id})

    def describe_stacks(self) -> ActionResult:
        if self._get_param("StackName"):
            return ActionResult({"Stacks": [self._stack.describe()]})
        alive = [stack.describe() for stack in self._all() if stack.status != "DELETE_COMPLETE"]
        return ActionResult(self.page("Stacks", alive))

    def list_stacks(self) -> ActionResult:
        wanted = self._get_param("StackStatusFilter") or []
        found = [stack.summarise() for stack in self._all() if not wanted or stack.status in wanted]
        return ActionResult(self.page("StackSummaries", found))

    def describe_stack_events(self) -> ActionResult:
        stack = self._stack
        events = [_describe_event(stack, event) for event in reversed(stack.events)]
        return ActionResult(self.page("StackEvents", events))

    def describe_stack_resource(self) -> ActionResult:
        stack, logical_id = self._stack, self._get_param("LogicalResourceId")
        resource = stack.resources.get(logical_id)
        if resource is None:
            raise ValidationError(f"Resource {logical_id} does not exist for stack {stack.name}")
        detail = {**_describe_resource(resource), **_of(stack), "LastUpdatedTimestamp": resource.timestamp}
        return ActionResult({"StackResourceDetail": detail})

    def describe_stack_resources(self) -> ActionResult:
        stack, logical_id = self._stack, self._get_param("LogicalResourceId")
        found = [
            {**_describe_resource(resource), **_of(stack), "Timestamp": resource.timestamp}
            for resource in stack.resources.values()
            if logical_id in (None, resource.logical_id)
        ]
        return ActionResult({"StackResources": found})

    def list_stack_resources(self) -> ActionResult:
        found = [
            {**_describe_resource(resource), "LastUpdatedTimestamp": resource.timestamp}
            for resource in self._stack.resources.values()
        ]
        return ActionResult(self.page("StackResourceSummaries", found))

    def get_template(self) -> ActionResult:
        return ActionResult({"TemplateBody": self._stack.body, "StagesAvailable": ["Original", "Processed"]})

    @property
    def _stack(self) -> Stack:
        return self.backend.stack(self._get_param("StackName"))

    def _all(self) -> list[Stack]:
        """Newest first, as CloudFormation lists them."""
        return [*self.backend.stacks.values()][::-1]


def _of(stack: Stack) -> dict[str, Any]:
    return {"StackName": stack.name, "StackId": stack.stack_id}


def _describe_resource(resource: StackResource) -> dict[str, Any]:
    return {
        "LogicalResourceId": resource.logical_id,
        "PhysicalResourceId": resource.physical_id,
        "ResourceType": resource.type,
        "ResourceStatus": resource.status,
        "ResourceStatusReason": resource.reason,
    }


def _describe_event(stack: Stack, event: Event) -> dict[str, Any]:
    return {
        **_of(stack),
        "EventId": event.id,
        "LogicalResourceId": event.resource.logical_id,
        "PhysicalResourceId": event.resource.physical_id or "",
        "ResourceType": event.resource.type,
        "Timestamp": event.timestamp,
        "ResourceStatus": event.status,
        "ResourceStatusReason": event.reason,
    }
