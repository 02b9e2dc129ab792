"""The operations on change sets."""

from moto.cloudformation.utils import generate_changeset_id, validate_create_change_set
from moto.core.responses import ActionResult, EmptyResult

from testbed.cloudformation.change_set import ChangeSet
from testbed.cloudformation.errors import ChangeSetNotFound, ValidationError
from testbed.cloudformation.requests import Submission, begin_update, refuse_update
from testbed.cloudformation.response import StackRequests
from testbed.cloudformation.template import read_template, refuse_unacknowledged


class ChangeSetOperations(StackRequests):
    """Create for an update, describe, list, execute and delete."""

    def create_change_set(self) -> ActionResult:
        if self._get_param("ChangeSetType", "UPDATE") != "UPDATE":
            raise ValidationError("The test bed makes change sets of type UPDATE only")
        stack = self.backend.stack(self._get_param("StackName"))
        refuse_update(stack)
        submission = self.submission(stack)
        name = self._get_param("ChangeSetName")
        validate_create_change_set(name)
        if self._find(name, stack.stack_id):
            raise ValidationError(f"ChangeSet {name} already exists")
        template = read_template(submission.body)
        refuse_unacknowledged(template, submission.capabilities)
        change_set = ChangeSet(
            id=generate_changeset_id(name, self.region, self.current_account),
            name=name,
            stack=stack,
            template=template,
            body=submission.body,
            parameters=submission.parameters,
            tags=submission.tags,
            capabilities=submission.capabilities,
            description=self._get_param("Description"),
        )
        self.backend.change_sets[change_set.id] = change_set
        return ActionResult({"Id": change_set.id, "StackId": stack.stack_id})

    def describe_change_set(self) -> ActionResult:
        return ActionResult(self._change_set.describe())

    def list_change_sets(self) -> ActionResult:
        stack = self.backend.stack(self._get_param("StackName"))
        found = [item.describe() for item in self.backend.change_sets.values() if item.stack is stack]
        return ActionResult({"Summaries": found})

    def execute_change_set(self) -> EmptyResult:
        change_set = self._change_set
        if change_set.execution_status != "AVAILABLE":
            raise ValidationError(
                f"ChangeSet [{change_set.id}] cannot be executed in its current status of"
                f" [{change_set.describe()['Status']}]"
            )
        refuse_update(change_set.stack)
        change_set.execution_status = "EXECUTE_COMPLETE"
        submission = Submission(
            name=change_set.stack.name,
            body=change_set.body,
            caller=self.caller,
            parameters=change_set.parameters,
            tags=change_set.tags,
            capabilities=change_set.capabilities,
        )
        begin_update(self.backend, change_set.stack, submission)
        return EmptyResult()

    def delete_change_set(self) -> EmptyResult:
        stack = self._get_param("StackName")
        found = self._find(self._get_param("ChangeSetName"), stack and self.backend.stack(stack).stack_id)
        if found:
            del self.backend.change_sets[found.id]
        return EmptyResult()

    @property
    def _change_set(self) -> ChangeSet:
        name, stack = self._get_param("ChangeSetName"), self._get_param("StackName")
        found = self._find(name, stack and self.backend.stack(stack).stack_id)
        if found is None:
            raise ChangeSetNotFound(f"ChangeSet [{name}] does not exist")
        return found

    def _find(self, name: str, stack_id: str | None) -> ChangeSet | None:
        """By its id, or by its name within a stack."""
        for change_set in self.backend.change_sets.values():
            if change_set.id == name or (change_set.name == name and change_set.stack.stack_id == stack_id):
                return change_set
        return None
