"""What a caller may ask of a stack, and when.

https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/view-stack-events.html#cfn-console-view-stack-data-resources-status-codes
"""

from dataclasses import dataclass, field
from typing import Any

from testbed.cloudformation.backend import TestbedCloudFormationBackend
from testbed.cloudformation.difference import refuse_replacement
from testbed.cloudformation.errors import ValidationError, already_exists
from testbed.cloudformation.operations import Operation
from testbed.cloudformation.stack import Stack
from testbed.cloudformation.template import read_template, refuse_unacknowledged

#: From these a stack can be updated.
UPDATABLE = (
    *("CREATE_COMPLETE", "UPDATE_COMPLETE", "UPDATE_ROLLBACK_COMPLETE", "IMPORT_COMPLETE"),
    # An update that runs through is how a stack gets out of these.
    *("UPDATE_FAILED", "CREATE_FAILED"),
)
#: A deletion takes over from these; from every other state in progress it is refused.
DELETABLE_IN_PROGRESS = ("CREATE_IN_PROGRESS", "REVIEW_IN_PROGRESS", "DELETE_IN_PROGRESS")


@dataclass(frozen=True)
class Submission:
    """What CreateStack, UpdateStack and CreateChangeSet have in common."""

    name: str
    body: str
    caller: str
    parameters: dict[str, str] = field(default_factory=dict)
    tags: dict[str, str] = field(default_factory=dict)
    capabilities: list[str] = field(default_factory=list)
    role_arn: str | None = None
    on_failure: str = "ROLLBACK"
    termination_protection: bool = False


def create_stack(backend: TestbedCloudFormationBackend, submission: Submission) -> Stack:
    """Takes the stack on; it is complete, or rolled back, by itself."""
    if backend.find(submission.name):
        raise already_exists(submission.name)
    template = read_template(submission.body)
    refuse_unacknowledged(template, submission.capabilities)
    stack_id = backend.new_id(submission.name)
    stack = Stack(
        stack_id=stack_id,
        name=submission.name,
        body=submission.body,
        template=template,
        map=backend.resource_map(stack_id, submission.name, template, submission.parameters),
        caller=submission.role_arn or submission.caller,
        tags=submission.tags,
        parameters=submission.parameters,
        capabilities=submission.capabilities,
        role_arn=submission.role_arn,
        on_failure=submission.on_failure,
        termination_protection=submission.termination_protection,
    )
    backend.stacks[stack_id] = stack
    stack.become("CREATE_IN_PROGRESS", "User Initiated")
    backend.world.background.start(lambda pause: Operation(backend, stack, pause).create())
    return stack


def update_stack(backend: TestbedCloudFormationBackend, submission: Submission) -> Stack:
    """Takes the update on; a template that changes nothing is refused."""
    stack = backend.stack(submission.name)
    refuse_update(stack)
    template = read_template(submission.body)
    refuse_unacknowledged(template, submission.capabilities)
    refuse_replacement(stack, template)
    same = (template, submission.parameters, submission.tags) == (stack.template, stack.parameters, stack.tags)
    if same:
        raise ValidationError("No updates are to be performed.")
    begin_update(backend, stack, submission)
    return stack


def begin_update(backend: TestbedCloudFormationBackend, stack: Stack, submission: Submission) -> None:
    template: dict[str, Any] = read_template(submission.body)
    stack.tags, stack.capabilities = submission.tags, submission.capabilities
    stack.turn += 1
    stack.become("UPDATE_IN_PROGRESS", "User Initiated")
    backend.world.background.start(
        lambda pause: Operation(backend, stack, pause).update(template, submission.body, submission.parameters)
    )


def delete_stack(backend: TestbedCloudFormationBackend, name: str) -> None:
    """Takes the deletion on; a stack that is not there is no error."""
    stack = backend.find(name)
    if stack is None or stack.status in ("DELETE_COMPLETE", "DELETE_IN_PROGRESS"):
        return
    if stack.termination_protection:
        raise ValidationError(f"Stack [{stack.stack_id}] cannot be deleted while TerminationProtection is enabled")
    if stack.in_progress and stack.status not in DELETABLE_IN_PROGRESS:
        raise ValidationError(f"Stack [{stack.stack_id}] cannot be deleted while in status {stack.status}")
    stack.turn += 1
    stack.become("DELETE_IN_PROGRESS", "User Initiated")
    backend.world.background.start(lambda pause: Operation(backend, stack, pause).delete())


def refuse_update(stack: Stack) -> None:
    if stack.status not in UPDATABLE:
        raise ValidationError(f"Stack:{stack.stack_id} is in {stack.status} state and can not be updated.")
