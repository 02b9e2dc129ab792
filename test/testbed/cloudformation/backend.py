"""The stacks of one account in one region."""

from types import ModuleType
from typing import Any, ClassVar

from moto.cloudformation import urls
from moto.cloudformation.models import CloudFormationBackend
from moto.cloudformation.parsing import ResourceMap
from moto.cloudformation.utils import generate_stack_id

from testbed.cloudformation.change_set import ChangeSet
from testbed.cloudformation.errors import no_such_stack
from testbed.cloudformation.stack import Stack
from testbed.eks.world import World


class TestbedCloudFormationBackend(CloudFormationBackend):
    """Takes the place of moto's, whose stacks are complete at once."""

    #: What all backends share; set once, when the layer is installed.
    world: ClassVar[World]

    stacks: dict[str, Stack]  # type: ignore[assignment]
    change_sets: dict[str, ChangeSet]  # type: ignore[assignment]

    @property
    def _url_module(self) -> ModuleType:
        """moto looks for it beside the class, which is not where it is."""
        return urls

    def find(self, name: str) -> Stack | None:
        """The stack by its name, unless it is deleted, or by its id, always."""
        for stack in self.stacks.values():
            if stack.stack_id == name or (stack.name == name and stack.status != "DELETE_COMPLETE"):
                return stack
        return None

    def stack(self, name: str) -> Stack:
        found = self.find(name)
        if found is None:
            raise no_such_stack(name)
        return found

    def new_id(self, name: str) -> str:
        return generate_stack_id(name, self.region_name, self.account_id)

    def resource_map(
        self, stack_id: str, name: str, template: dict[str, Any], parameters: dict[str, str]
    ) -> ResourceMap:
        """moto's view of a template: what it takes to resolve references."""
        resource_map = ResourceMap(
            stack_id,
            name,
            parameters,
            {},
            region_name=self.region_name,
            account_id=self.account_id,
            template=template,
            cross_stack_resources=self.exports,
        )
        resource_map.load_mapping()
        resource_map.load_parameters()
        resource_map.load_conditions()
        return resource_map

    def stack_of_resource(self, stack_id: str) -> Stack:
        """The stack for which a resource is being made."""
        return self.stacks[stack_id]
