"""What a new template changes in a stack."""

from typing import Any

from testbed.cloudformation.errors import ValidationError
from testbed.cloudformation.stack import Stack


def difference(stack: Stack, template: dict[str, Any]) -> tuple[list[str], list[str], list[str]]:
    """Logical ids that the template adds, changes and removes."""
    old, new = stack.template["Resources"], template["Resources"]
    changed = [name for name in new if name in old and new[name] != old[name]]
    return [name for name in new if name not in old], changed, [name for name in old if name not in new]


def refuse_replacement(stack: Stack, template: dict[str, Any]) -> None:
    """A type cannot change under its logical id."""
    old, new = stack.template["Resources"], template["Resources"]
    for name in set(old) & set(new):
        if old[name]["Type"] != new[name]["Type"]:
            raise ValidationError(
                "Update of resource type is not permitted. The new template modifies resource type of the following"
                f" resources: [{name}]"
            )
