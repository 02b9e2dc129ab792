"""A security group as its reader sees it, and the rules that lead nowhere."""

from typing import Any

from moto.ec2.models.security_groups import SecurityGroup

from testbed.ec2.peering import Status, find_peering
from testbed.ec2.security_groups import find_group
from testbed.ec2.visibility import visibility


class SecurityGroupView:
    """Without the rules that are not visible yet, and with the present state of each peering that a rule uses."""

    def __init__(self, group: Any):
        self._group = group

    def __getattr__(self, name: str) -> Any:
        return getattr(self._group, name)

    @property
    def ip_permissions(self) -> list[Any]:
        return _permissions(self._group, self._group.ingress_rules)

    @property
    def ip_permissions_egress(self) -> list[Any]:
        return _permissions(self._group, self._group.egress_rules)


class StaleSecurityGroup:
    """The rules of a group that name a group which can no longer be reached
    (https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-security-groups.html)."""

    def __init__(self, group: Any):
        self.group_id = group.id
        self.group_name = group.name
        self.description = group.description
        self.vpc_id = group.vpc_id
        self.stale_ip_permissions = _stale(group, group.ingress_rules)
        self.stale_ip_permissions_egress = _stale(group, group.egress_rules)

    @property
    def is_stale(self) -> bool:
        return bool(self.stale_ip_permissions or self.stale_ip_permissions_egress)


def refresh(rule: Any) -> Any:
    """The rule with the present state of its peering."""
    peering_id = rule.source_group.get("VpcPeeringConnectionId")
    peering = find_peering(peering_id) if peering_id else None
    if peering is not None:
        rule.source_group["PeeringStatus"] = peering.code.value
    return rule


def visible_rules(rules: list[Any]) -> list[Any]:
    return [refresh(rule) for rule in rules if not visibility.is_hidden(rule.id)]


def _permissions(group: SecurityGroup, rules: list[Any]) -> list[Any]:
    return list(group._flattened_rules(visible_rules(rules)))


def _stale(group: SecurityGroup, rules: list[Any]) -> list[Any]:
    return list(group._flattened_rules([refresh(rule) for rule in rules if _is_stale(rule)]))


def _is_stale(rule: Any) -> bool:
    source = rule.source_group
    if "VpcPeeringConnectionId" not in source:
        return False
    peering = find_peering(source["VpcPeeringConnectionId"])
    if peering is None or peering.code is not Status.ACTIVE:
        return True
    return find_group(source["GroupId"], rule.ec2_backend.region_name) is None
