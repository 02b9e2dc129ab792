"""Reading a template: what it holds, what needs what, and what is wrong with it."""

import re
from collections.abc import Iterator
from typing import Any

from moto.cloudformation.models import Stack as MotoStack
from moto.cloudformation.parsing import get_model_map

from testbed.cloudformation.errors import InsufficientCapabilities, ValidationError

_NAMED_IAM = {
    "AWS::IAM::Role": "RoleName",
    "AWS::IAM::ManagedPolicy": "ManagedPolicyName",
    "AWS::IAM::InstanceProfile": "InstanceProfileName",
}
_IAM = (*_NAMED_IAM, "AWS::IAM::Policy", "AWS::IAM::User", "AWS::IAM::Group", "AWS::IAM::AccessKey")


def read_template(body: str) -> dict[str, Any]:
    """The template; one that the bed cannot build is refused, never built in part."""
    template = MotoStack.parse_template(body) if body else None
    if not isinstance(template, dict) or not template.get("Resources"):
        raise ValidationError("Template format error: At least one Resources member must be defined.")
    template = dict(_with_lists(template))
    types = sorted({resource["Type"] for resource in template["Resources"].values()})
    unknown = [name for name in types if name not in get_model_map()]
    if unknown:
        raise ValidationError(f"Template format error: Unrecognized resource types: [{', '.join(unknown)}]")
    for logical_id in template["Resources"]:
        for needed in references(template["Resources"][logical_id]):
            if needed not in template["Resources"] and needed not in template.get("Parameters", {}):
                raise ValidationError(
                    f"Template format error: Unresolved resource dependencies [{needed}] in the Resources block of"
                    " the template"
                )
    return template


def refuse_unacknowledged(template: dict[str, Any], capabilities: list[str]) -> None:
    """https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-iam-template.html#using-iam-capabilities"""
    resources = [resource for resource in template["Resources"].values() if resource["Type"] in _IAM]
    named = [resource for resource in resources if _NAMED_IAM.get(resource["Type"]) in resource.get("Properties", {})]
    needed = "CAPABILITY_NAMED_IAM" if named else "CAPABILITY_IAM" if resources else None
    enough = {"CAPABILITY_NAMED_IAM", needed}
    if needed and not enough & set(capabilities):
        raise InsufficientCapabilities(f"Requires capabilities : [{needed}]")


def creation_order(template: dict[str, Any]) -> list[str]:
    """Logical ids, each after everything that it needs."""
    resources: dict[str, Any] = template["Resources"]
    ordered: dict[str, None] = {}

    def visit(logical_id: str, above: tuple[str, ...]) -> None:
        if logical_id in above:
            raise ValidationError(f"Circular dependency between resources: [{', '.join([*above, logical_id])}]")
        if logical_id in ordered:
            return
        for needed in dependencies(resources, logical_id):
            visit(needed, (*above, logical_id))
        ordered[logical_id] = None

    for logical_id in resources:
        visit(logical_id, ())
    return [*ordered]


def dependencies(resources: dict[str, Any], logical_id: str) -> list[str]:
    """The resources that must be there before this one."""
    explicit = resources[logical_id].get("DependsOn", [])
    explicit = [explicit] if isinstance(explicit, str) else explicit
    return [name for name in dict.fromkeys([*explicit, *references(resources[logical_id])]) if name in resources]


def references(node: Any) -> Iterator[str]:
    """Names that Ref, Fn::GetAtt and Fn::Sub use; pseudo parameters are left out."""
    if isinstance(node, list):
        for item in node:
            yield from references(item)
    if not isinstance(node, dict):
        return
    for key, value in node.items():
        if key == "Ref" and isinstance(value, str):
            yield from _own(value)
        elif key == "Fn::GetAtt":
            yield from _own(value[0])
        elif key == "Fn::Sub":
            text, variables = (value, {}) if isinstance(value, str) else value
            for name in re.findall(r"\$\{([^!}][^}]*)\}", text):
                yield from (() if name in variables else _own(name))
            yield from references(variables)
        else:
            yield from references(value)


def imports(node: Any) -> Iterator[Any]:
    """What Fn::ImportValue asks for, still to be resolved."""
    for value in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from imports(value)
    if isinstance(node, dict) and "Fn::ImportValue" in node:
        yield node["Fn::ImportValue"]


def _with_lists(node: Any) -> Any:
    """Fn::GetAtt may be written "Role.Arn"; moto reads lists only."""
    if isinstance(node, list):
        return [_with_lists(item) for item in node]
    if not isinstance(node, dict):
        return node
    return {
        key: value.split(".", 1) if key == "Fn::GetAtt" and isinstance(value, str) else _with_lists(value)
        for key, value in node.items()
    }


def _own(name: str) -> Iterator[str]:
    if "::" not in name:
        yield name.split(".")[0]
