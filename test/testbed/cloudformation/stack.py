"""A stack, its resources and its events.

https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_Stack.html
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from moto.cloudformation.parsing import Export, ResourceMap, clean_json
from moto.core.utils import utcnow
from moto.moto_api._internal import mock_random

from testbed.cloudformation.template import imports

STACK_TYPE = "AWS::CloudFormation::Stack"


@dataclass
class StackResource:
    """What became of one logical id."""

    logical_id: str
    type: str
    status: str
    reason: str | None = None
    physical_id: str | None = None
    timestamp: datetime = field(default_factory=utcnow)

    @property
    def is_there(self) -> bool:
        return self.status not in ("DELETE_COMPLETE", "DELETE_SKIPPED")


@dataclass(frozen=True)
class Event:
    """One line of a stack's history."""

    resource: StackResource
    status: str
    reason: str | None
    id: str = field(default_factory=lambda: str(mock_random.uuid4()))
    timestamp: datetime = field(default_factory=utcnow)


@dataclass
class Stack:
    """One stack; ``map`` is moto's view of the resources, which resolves references."""

    stack_id: str
    name: str
    body: str
    template: dict[str, Any]
    map: ResourceMap
    #: IAM principal that asked for it: EKS makes it the cluster's administrator.
    caller: str
    tags: dict[str, str]
    parameters: dict[str, str] = field(default_factory=dict)
    capabilities: list[str] = field(default_factory=list)
    role_arn: str | None = None
    on_failure: str = "ROLLBACK"
    termination_protection: bool = False
    status: str = "CREATE_IN_PROGRESS"
    reason: str | None = None
    outputs: list[dict[str, Any]] = field(default_factory=list)
    resources: dict[str, StackResource] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)
    creation_time: datetime = field(default_factory=utcnow)
    last_updated_time: datetime | None = None
    deletion_time: datetime | None = None
    #: Raised by every operation that takes over from one that runs.
    turn: int = 0

    @property
    def in_progress(self) -> bool:
        return self.status.endswith("_IN_PROGRESS")

    def become(self, status: str, reason: str | None = None) -> None:
        self.status, self.reason = status, reason
        own = StackResource(self.name, STACK_TYPE, status, physical_id=self.stack_id)
        self.events.append(Event(own, status, reason))

    def note(self, logical_id: str, status: str, reason: str | None = None) -> None:
        """Writes down what became of a resource."""
        known = self.resources.get(logical_id)
        resource = known or StackResource(logical_id, self.template["Resources"][logical_id]["Type"], status)
        resource.status, resource.reason, resource.timestamp = status, reason, utcnow()
        instance = self.map._parsed_resources.get(logical_id)
        resource.physical_id = getattr(instance, "physical_resource_id", None) or resource.physical_id
        self.resources[logical_id] = resource
        self.events.append(Event(StackResource(**vars(resource)), status, reason))

    def imported(self) -> set[str]:
        """Names of the exports of other stacks that this one uses."""
        return {str(clean_json(name, self.map)) for name in imports(self.template)}

    def resolve_outputs(self) -> None:
        self.outputs = []
        for key, output in (self.template.get("Outputs") or {}).items():
            if "Condition" in output and not self.map.lazy_condition_map[output["Condition"]]:
                continue
            resolved = clean_json(output, self.map)
            self.outputs.append(
                {
                    "OutputKey": key,
                    "OutputValue": _text(resolved.get("Value")),
                    "Description": resolved.get("Description"),
                    "ExportName": (resolved.get("Export") or {}).get("Name"),
                }
            )

    def exports(self) -> list[Export]:
        return [
            Export(self.stack_id, output["ExportName"], output["OutputValue"])
            for output in self.outputs
            if output["ExportName"]
        ]

    def describe(self) -> dict[str, object]:
        return {
            **self.summarise(),
            "Description": self.template.get("Description"),
            "Parameters": [
                {"ParameterKey": key, "ParameterValue": str(value)}
                for key, value in self.map.resolved_parameters.items()
            ],
            "DisableRollback": self.on_failure == "DO_NOTHING",
            "NotificationARNs": [],
            "Capabilities": self.capabilities,
            "Outputs": self.outputs,
            "RoleARN": self.role_arn,
            "Tags": [{"Key": key, "Value": value} for key, value in self.tags.items()],
            "EnableTerminationProtection": self.termination_protection,
            "RollbackConfiguration": {},
        }

    def summarise(self) -> dict[str, object]:
        return {
            "StackId": self.stack_id,
            "StackName": self.name,
            "CreationTime": self.creation_time,
            "LastUpdatedTime": self.last_updated_time,
            "DeletionTime": self.deletion_time,
            "StackStatus": self.status,
            "StackStatusReason": self.reason,
            "TemplateDescription": self.template.get("Description"),
            "DriftInformation": {"StackDriftStatus": "NOT_CHECKED"},
        }


def _text(value: Any) -> str:
    return ",".join(map(str, value)) if isinstance(value, list) else str(value)
