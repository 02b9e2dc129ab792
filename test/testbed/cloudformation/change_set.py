"""Change sets (https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateChangeSet.html)."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from moto.core.utils import utcnow

from testbed.cloudformation.difference import difference
from testbed.cloudformation.stack import Stack

NO_CHANGES = "The submitted information didn't contain changes. Submit different information to create a change set."


@dataclass
class ChangeSet:
    """A template that waits to become the stack's."""

    id: str
    name: str
    stack: Stack
    template: dict[str, Any]
    body: str
    parameters: dict[str, str]
    tags: dict[str, str]
    capabilities: list[str]
    description: str | None = None
    execution_status: str = "AVAILABLE"
    creation_time: datetime = field(default_factory=utcnow)

    def __post_init__(self) -> None:
        if not self.has_changes:
            self.execution_status = "UNAVAILABLE"

    @property
    def has_changes(self) -> bool:
        same = (self.template, self.parameters, self.tags) == (
            self.stack.template,
            self.stack.parameters,
            self.stack.tags,
        )
        return not same or self.stack.status == "REVIEW_IN_PROGRESS"

    def describe(self) -> dict[str, object]:
        available = self.execution_status != "UNAVAILABLE"
        return {
            "ChangeSetName": self.name,
            "ChangeSetId": self.id,
            "StackId": self.stack.stack_id,
            "StackName": self.stack.name,
            "Description": self.description,
            "Parameters": [{"ParameterKey": key, "ParameterValue": value} for key, value in self.parameters.items()],
            "CreationTime": self.creation_time,
            "ExecutionStatus": self.execution_status,
            "Status": "CREATE_COMPLETE" if available else "FAILED",
            "StatusReason": None if available else NO_CHANGES,
            "NotificationARNs": [],
            "Capabilities": self.capabilities,
            "Tags": [{"Key": key, "Value": value} for key, value in self.tags.items()],
            "Changes": [{"Type": "Resource", "ResourceChange": change} for change in self._changes()],
        }

    def _changes(self) -> list[dict[str, Any]]:
        if self.execution_status == "EXECUTE_COMPLETE":
            return []
        actions = zip(("Add", "Modify", "Remove"), difference(self.stack, self.template), strict=True)
        definitions = {**self.stack.template["Resources"], **self.template["Resources"]}
        return [
            {"Action": action, "LogicalResourceId": name, "ResourceType": definitions[name]["Type"]}
            for action, names in actions
            for name in names
        ]
