"""The security groups of the targets, in which the controllers admit what load balancers send.

https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/deploy/security_groups/
"""

from collections.abc import Iterable
from typing import Any

from testbed.kubernetes.load_balancers.aws import Aws
from testbed.kubernetes.load_balancers.security_group import Rule, SecurityGroup
from testbed.kubernetes.load_balancers.targets import Targets


class NodeGroups:
    """Keeps one owner's rules in the groups of machines, which change as machines come and go."""

    def __init__(self, aws: Aws) -> None:
        self._ec2 = aws.ec2
        self._groups: dict[str, SecurityGroup] = {}

    def converge(self, group_ids: Iterable[str], rules: set[Rule]) -> None:
        """The rules in these groups, and nothing of the owner's in any other."""
        wanted = set(group_ids)
        for group_id in wanted - self._groups.keys():
            self._groups[group_id] = SecurityGroup(self._ec2, group_id)
        for group_id, group in self._groups.items():
            group.converge(rules if group_id in wanted else set())


def groups_of(aws: Aws, targets: Targets) -> set[str]:
    """One group for each target's interface: of several, the one that carries the cluster's tag."""
    ids = {name for each in targets.values() for name, _ in each}
    near = [each for each in aws.ec2.enis.values() if each.subnet.vpc_id == aws.place.vpc_id]
    interfaces = [interface for interface in near if _answers(interface, ids)]
    found = {_group_of(aws, interface) for interface in interfaces}
    return found or {aws.place.cluster_security_group}


def _answers(interface: Any, ids: set[str]) -> bool:
    instance = getattr(interface, "instance", None)
    addresses = {each["PrivateIpAddress"] for each in interface.private_ip_addresses}
    return bool(addresses & ids) or (instance is not None and instance.id in ids)


def _group_of(aws: Aws, interface: Any) -> str:
    groups = [*interface.group_set]
    mark = f"kubernetes.io/cluster/{aws.place.cluster}"
    marked = [group for group in groups if mark in {tag["key"] for tag in group.get_tags()}]
    chosen = marked or groups
    return str(chosen[0].id) if chosen else aws.place.cluster_security_group
