"""What a stack does by itself once it was asked for: create, update, delete and roll back."""

from collections.abc import Callable, Iterable
from typing import Any

from moto.core.utils import utcnow

from testbed.cloudformation.backend import TestbedCloudFormationBackend
from testbed.cloudformation.difference import difference
from testbed.cloudformation.errors import ResourceFailed
from testbed.cloudformation.resources import Resources
from testbed.cloudformation.stack import Stack
from testbed.cloudformation.template import creation_order, dependencies
from testbed.eks.background import Pause, Stopped


class Operation:
    """One run over the resources of a stack, in a thread of its own."""

    def __init__(self, backend: TestbedCloudFormationBackend, stack: Stack, pause: Pause) -> None:
        self._backend = backend
        self._stack = stack
        self._turn = stack.turn
        self._bed_pause = pause
        self._resources = Resources(backend, stack, self._pause)
        self._lock = backend.world.bed.lock

    def create(self) -> None:
        """All resources, or none: a failure rolls back unless the caller said otherwise."""
        stack = self._stack
        try:
            self._create_all(creation_order(stack.template))
            with self._lock:
                self._confirm_turn()
                self._publish_outputs()
                stack.become("CREATE_COMPLETE")
        except ResourceFailed as error:
            self._give_up(error)

    def delete(self) -> None:
        """All resources that can be; what is left makes it ``DELETE_FAILED``."""
        stack = self._stack
        in_use = self._exports_in_use()
        if in_use:
            stack.become("DELETE_FAILED", in_use)
            return
        failed = self._delete_all(reversed(creation_order(stack.template)))
        with self._lock:
            if failed:
                stack.become("DELETE_FAILED", f"The following resource(s) failed to delete: [{', '.join(failed)}]. ")
                return
            for export in stack.exports():
                self._backend.exports.pop(export.name, None)
            stack.deletion_time = utcnow()
            stack.become("DELETE_COMPLETE")

    def update(self, template: dict[str, Any], body: str, parameters: dict[str, str]) -> None:
        """Adds and changes first, removes afterwards; a failure brings the old template back."""
        stack = self._stack
        before = (stack.template, stack.body, stack.parameters)
        added, changed, removed = difference(stack, template)
        self._adopt(template, body, parameters)
        try:
            self._apply(creation_order(template), added, changed)
            with self._lock:
                self._publish_outputs()
        except ResourceFailed as error:
            stack.become("UPDATE_ROLLBACK_IN_PROGRESS", f"The following resource(s) failed to update: {error}. ")
            self._roll_back_update(before, added, changed)
            return
        if removed:
            stack.become("UPDATE_COMPLETE_CLEANUP_IN_PROGRESS")
            order = [name for name in reversed(creation_order(before[0])) if name in removed]
            self._delete_all(order, before[0])
        stack.last_updated_time = utcnow()
        stack.become("UPDATE_COMPLETE")

    def _create_all(self, order: list[str]) -> None:
        stack = self._stack
        settings = self._backend.world.bed.settings
        failure = settings.failure("stack", stack.name)
        for logical_id in order:
            if not self._is_wanted(logical_id):
                continue
            stack.note(logical_id, "CREATE_IN_PROGRESS")
            self._pause(settings.durations.stack / len(order))
            if failure:
                raise self._failed(logical_id, "CREATE_FAILED", failure.reason)
            self._step(logical_id, "CREATE", self._resources.create)

    def _apply(self, order: list[str], added: list[str], changed: list[str]) -> None:
        seconds = self._backend.world.bed.settings.durations.stack
        for logical_id in order:
            kind, work = (
                ("CREATE", self._resources.create) if logical_id in added else ("UPDATE", self._resources.update)
            )
            if logical_id in added or logical_id in changed:
                self._stack.note(logical_id, f"{kind}_IN_PROGRESS")
                self._pause(seconds / len(order))
                self._step(logical_id, kind, work)

    def _step(self, logical_id: str, kind: str, work: Callable[[str], None]) -> None:
        try:
            work(logical_id)
        except ResourceFailed as error:
            raise self._failed(logical_id, f"{kind}_FAILED", str(error)) from error
        self._stack.note(logical_id, f"{kind}_COMPLETE")

    def _failed(self, logical_id: str, status: str, reason: str) -> ResourceFailed:
        self._stack.note(logical_id, status, reason)
        return ResourceFailed(f"[{logical_id}]")

    def _delete_all(self, order: Iterable[str], template: dict[str, Any] | None = None) -> list[str]:
        """Deletes what it can and answers with what is left; nothing that a leftover needs is touched."""
        stack = self._stack
        definitions = (template or stack.template)["Resources"]
        seconds = self._backend.world.bed.settings.durations.delete
        order = [logical_id for logical_id in order if self._remains(logical_id)]
        failed: list[str] = []
        for logical_id in order:
            if any(logical_id in dependencies(definitions, other) for other in failed):
                failed.append(logical_id)
                continue
            if definitions[logical_id].get("DeletionPolicy") == "Retain":
                stack.note(logical_id, "DELETE_SKIPPED")
                continue
            stack.note(logical_id, "DELETE_IN_PROGRESS")
            self._pause(seconds / len(order))
            try:
                self._resources.delete(logical_id)
                stack.note(logical_id, "DELETE_COMPLETE")
            except ResourceFailed as error:
                stack.note(logical_id, "DELETE_FAILED", str(error))
                failed.append(logical_id)
        return [logical_id for logical_id in failed if stack.resources[logical_id].status == "DELETE_FAILED"]

    def _give_up(self, error: ResourceFailed) -> None:
        stack = self._stack
        reason = f"The following resource(s) failed to create: {error}. "
        if stack.on_failure == "DO_NOTHING":
            stack.become("CREATE_FAILED", reason)
            return
        if stack.on_failure == "DELETE":
            stack.become("DELETE_IN_PROGRESS", f"{reason}Delete requested by user.")
            self.delete()
            return
        stack.become("ROLLBACK_IN_PROGRESS", f"{reason}Rollback requested by user.")
        failed = self._delete_all(reversed(creation_order(stack.template)))
        if failed:
            stack.become("ROLLBACK_FAILED", f"The following resource(s) failed to delete: [{', '.join(failed)}]. ")
        else:
            stack.become("ROLLBACK_COMPLETE")

    def _roll_back_update(self, before: tuple[Any, str, dict[str, str]], added: list[str], changed: list[str]) -> None:
        stack = self._stack
        failed_template = stack.template
        self._delete_all([name for name in reversed(creation_order(failed_template)) if name in added])
        self._adopt(*before)
        try:
            self._apply(creation_order(stack.template), [], [name for name in changed if self._remains(name)])
        except ResourceFailed as error:
            stack.become("UPDATE_ROLLBACK_FAILED", f"The following resource(s) failed to update: {error}. ")
            return
        stack.become("UPDATE_ROLLBACK_COMPLETE")

    def _adopt(self, template: dict[str, Any], body: str, parameters: dict[str, str]) -> None:
        """Makes the template the stack's own; what is there stays there."""
        stack = self._stack
        resource_map = self._backend.resource_map(stack.stack_id, stack.name, template, parameters)
        there = {name: stack.map._parsed_resources.get(name) for name in stack.resources}
        resource_map._parsed_resources.update({name: found for name, found in there.items() if found is not None})
        resource_map._resource_json_map = {**stack.map._resource_json_map, **template["Resources"]}
        stack.template, stack.body, stack.parameters, stack.map = template, body, parameters, resource_map

    def _publish_outputs(self) -> None:
        stack = self._stack
        stack.resolve_outputs()
        for export in stack.exports():
            known = self._backend.exports.get(export.name)
            if known and known.exporting_stack_id != stack.stack_id:
                raise ResourceFailed(f"Export with name {export.name} is already exported by stack")
            self._backend.exports[export.name] = export

    def _exports_in_use(self) -> str | None:
        names = {export.name for export in self._stack.exports()}
        for other in self._backend.stacks.values():
            if other is not self._stack and other.status != "DELETE_COMPLETE":
                used = sorted(names & other.imported())
                if used:
                    return f"Export {used[0]} cannot be deleted as it is in use by {other.name}"
        return None

    def _is_wanted(self, logical_id: str) -> bool:
        condition = self._stack.template["Resources"][logical_id].get("Condition")
        return condition is None or bool(self._stack.map.lazy_condition_map[condition])

    def _remains(self, logical_id: str) -> bool:
        known = self._stack.resources.get(logical_id)
        return known is not None and known.is_there

    def _pause(self, seconds: float) -> None:
        self._bed_pause(seconds)
        self._confirm_turn()

    def _confirm_turn(self) -> None:
        if self._stack.turn != self._turn:
            # A deletion took over from a creation that was under way.
            raise Stopped
