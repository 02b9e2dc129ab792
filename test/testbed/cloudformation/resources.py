"""Making, waiting for and removing one resource of a stack, through moto's models or the bed's."""

import json
from typing import Any, Protocol, runtime_checkable

from moto.cloudformation.parsing import clean_json, parse_and_update_resource
from moto.core.exceptions import ServiceException
from moto.ec2.models import ec2_backends
from moto.ec2.models.core import TaggedEC2Resource
from werkzeug.exceptions import HTTPException

from testbed.cloudformation.backend import TestbedCloudFormationBackend
from testbed.cloudformation.completions import complete
from testbed.cloudformation.deletions import delete_resource
from testbed.cloudformation.errors import ResourceFailed
from testbed.cloudformation.stack import Stack
from testbed.eks.background import Pause

#: How often a resource that takes its time is looked at.
POLL_SECONDS = 0.05
#: CloudFormation tries for minutes where something else uses the resource; the bed for two seconds.
DELETE_ATTEMPTS = 40
USED = ("DependencyViolation", "CannotDelete")
#: A cluster that is still being created is waited for.
CHANGING = ("is currently in",)
GONE = ("NotFound", "NoSuchEntity", "ResourceNotFoundException", "does not exist", "No cluster found")


@runtime_checkable
class Slow(Protocol):
    """A resource that is not there at once."""

    def settled(self) -> bool:
        """Whether it is there; raises ``ResourceFailed`` where it never will be."""

    def removed(self) -> bool:
        """Whether it is gone after its deletion; raises ``ResourceFailed`` where it never will be."""


class Resources:
    """The resources of one stack; each method takes the bed's lock where it changes something."""

    def __init__(self, backend: TestbedCloudFormationBackend, stack: Stack, pause: Pause) -> None:
        self._backend = backend
        self._stack = stack
        self._pause = pause
        self._ec2 = ec2_backends[backend.account_id][backend.region_name]
        self._lock = backend.world.bed.lock

    def create(self, logical_id: str) -> None:
        with self._lock:
            instance = _translated(lambda: self._stack.map[logical_id])
            definition = clean_json(self._stack.template["Resources"][logical_id], self._stack.map)
            complete(self._ec2, instance, definition)
            self._tag(logical_id, instance)
        self._wait_for(instance, "settled")

    def update(self, logical_id: str) -> None:
        definition = self._stack.template["Resources"][logical_id]
        with self._lock:
            changed: Any = _translated(
                lambda: parse_and_update_resource(
                    logical_id,
                    definition,
                    self._stack.map,
                    self._backend.account_id,
                    self._backend.region_name,
                )
            )
            if changed is None:
                raise ResourceFailed(f"The test bed cannot update a resource of type {definition['Type']}")
            self._stack.map._parsed_resources[logical_id] = changed
            self._tag(logical_id, changed)
        self._wait_for(changed, "settled")

    def delete(self, logical_id: str) -> None:
        instance = self._stack.map._parsed_resources.get(logical_id)
        if instance is None:
            return
        attempts = 1
        while not self._delete_now(logical_id, instance, last=attempts >= DELETE_ATTEMPTS):
            attempts += 1
            self._pause(POLL_SECONDS)
        self._wait_for(instance, "removed")
        del self._stack.map._parsed_resources[logical_id]

    def _delete_now(self, logical_id: str, instance: Any, *, last: bool) -> bool:
        """One attempt; what is busy or still used may go a little later."""
        definition = self._stack.map._resource_json_map[logical_id]
        try:
            with self._lock:
                _translated(lambda: delete_resource(instance, definition, self._stack.map))
        except ResourceFailed as error:
            if any(word in str(error) for word in GONE):
                return True
            if any(word in str(error) for word in CHANGING):
                return False
            if last or not any(word in str(error) for word in USED):
                raise
            return False
        return True

    def _wait_for(self, instance: Any, question: str) -> None:
        while isinstance(instance, Slow) and not getattr(instance, question)():
            self._pause(POLL_SECONDS)

    def _tag(self, logical_id: str, instance: Any) -> None:
        """CloudFormation's own tags, and those of the stack, on everything in EC2."""
        if not isinstance(instance, TaggedEC2Resource):
            return
        tags = {
            **self._stack.tags,
            "aws:cloudformation:stack-name": self._stack.name,
            "aws:cloudformation:stack-id": self._stack.stack_id,
            "aws:cloudformation:logical-id": logical_id,
        }
        own = {tag["key"] for tag in instance.get_tags()}
        missing = {key: value for key, value in tags.items() if key not in own}
        self._ec2.create_tags([instance.id], missing)  # type: ignore[attr-defined]


def _translated(work: Any) -> Any:
    """Every error of a service is a reason for the stack's events; a fault of the bed must not look like one."""
    try:
        return work()
    except ResourceFailed:
        raise
    except (HTTPException, ServiceException) as error:
        raise ResourceFailed(_reason(error)) from error


def _reason(error: Exception) -> str:
    message = getattr(error, "description", None) or getattr(error, "message", None) or str(error)
    if str(message).startswith("{"):
        # EKS's errors are JSON documents.
        message = json.loads(message)["message"]
    kind = getattr(error, "error_type", None) or getattr(error, "code", "")
    return f"{message} ({kind})" if kind else str(message)
