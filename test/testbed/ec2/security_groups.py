"""Security groups as strictly as AWS: limits, references, what may be deleted."""

from ipaddress import ip_network
from typing import TYPE_CHECKING, Any

from moto.ec2.exceptions import InvalidSecurityGroupRuleIdNotFoundError, RulesPerSecurityGroupLimitExceededError
from moto.ec2.models import EC2Backend, ec2_backends

from testbed.ec2.all_or_nothing import all_or_nothing
from testbed.ec2.errors import different_networks, group_not_found
from testbed.ec2.peering import Peering, Status, peerings

if TYPE_CHECKING:
    from testbed.bed import Bed


class SecurityGroups(EC2Backend):
    bed: "Bed"

    def authorize_security_group_ingress(self, group_name_or_id: str, *others: Any, **named: Any) -> Any:
        with all_or_nothing(self._prepare_authorizing(group_name_or_id, named)):
            result = super().authorize_security_group_ingress(group_name_or_id, *others, **named)
            self._refuse_too_many_rules(result[1].ingress_rules)
        return result

    def authorize_security_group_egress(self, group_name_or_id: str, *others: Any, **named: Any) -> Any:
        with all_or_nothing(self._prepare_authorizing(group_name_or_id, named)):
            result = super().authorize_security_group_egress(group_name_or_id, *others, **named)
            self._refuse_too_many_rules(result[1].egress_rules)
        return result

    def revoke_security_group_ingress(self, group_name_or_id: str, *others: Any, **named: Any) -> None:
        self._prepare_revoking(group_name_or_id, named, "ingress_rules")
        super().revoke_security_group_ingress(group_name_or_id, *others, **named)

    def revoke_security_group_egress(self, group_name_or_id: str, *others: Any, **named: Any) -> None:
        self._prepare_revoking(group_name_or_id, named, "egress_rules")
        super().revoke_security_group_egress(group_name_or_id, *others, **named)

    def _prepare_authorizing(self, group_id: str, named: dict[str, Any]) -> Any:
        _make_canonical(named.get("ip_ranges"))
        group = self.get_security_group_by_name_or_id(group_id, named.get("vpc_id"))
        if group is None:
            raise group_not_found(group_id)
        for source in named.get("source_groups") or []:
            if "GroupId" in source:
                source.update(self._reference(group, source))
        return group

    def _prepare_revoking(self, group_id: str, named: dict[str, Any], rules: str) -> None:
        _make_canonical(named.get("ip_ranges"))
        group = self.get_security_group_by_name_or_id(group_id, named.get("vpc_id"))
        known = [rule.id for rule in getattr(group, rules, [])]
        for rule_id in named.get("security_rule_ids") or []:
            if rule_id not in known:
                raise InvalidSecurityGroupRuleIdNotFoundError(rule_id)

    def _reference(self, group: Any, pair: dict[str, str]) -> dict[str, str]:
        """What AWS adds to a reference; only groups of the same VPC and of peered ones in the Region can be named."""
        source = find_group(pair["GroupId"], self.region_name)
        # The group of another account is named with its owner.
        if source is None or source.owner_id != pair.get("UserId", self.account_id):
            raise group_not_found(pair["GroupId"])
        if source.vpc_id == group.vpc_id:
            return {"UserId": self.account_id}
        peering = _active_peering(group.vpc_id, source.vpc_id)
        if peering is None:
            raise different_networks()
        return {
            "UserId": source.owner_id,
            "VpcId": source.vpc_id,
            "VpcPeeringConnectionId": peering.id,
            "PeeringStatus": peering.code.value,
        }

    def _add_source_group(self, source_groups: list[dict[str, Any]] | None, vpc_id: str | None) -> list[dict[str, Any]]:
        # Groups that are named by id were looked up before, also in other accounts.
        by_id = [source for source in source_groups or [] if "GroupId" in source]
        by_name = [source for source in source_groups or [] if "GroupId" not in source]
        return by_id + super()._add_source_group(by_name, vpc_id)

    def _refuse_too_many_rules(self, rules: list[Any]) -> None:
        if sum(rule.weight for rule in rules) > self.bed.settings.quotas.rules_per_security_group:
            raise RulesPerSecurityGroupLimitExceededError

    def _verify_group_will_respect_rule_count_limit(self, *arguments: Any, **named: Any) -> None:
        """The limit in force is looked at when the rules are there; they are taken back where it is exceeded."""


def find_group(group_id: str, region: str) -> Any:
    """The security group of this Region, whichever account it belongs to."""
    for _, backend_region, backend in ec2_backends.iter_backends():
        if backend_region == region:
            group = backend.get_security_group_from_id(group_id)  # type: ignore[attr-defined]
            if group is not None:
                return group
    return None


def _active_peering(vpc_id: str, other_id: str) -> Peering | None:
    wanted = {vpc_id, other_id}
    for peering in peerings():
        if {peering.vpc.id, peering.peer_vpc.id} == wanted and peering.code is Status.ACTIVE:
            return None if peering.crosses_regions else peering
    return None


def _make_canonical(ranges: Any) -> None:
    """As AWS stores it: without the bits of a host. What is no range is left to moto to refuse."""
    for entry in ranges if isinstance(ranges, list) else []:
        for key in ("CidrIp", "CidrIpv6"):
            if isinstance(entry, dict) and entry.get(key):
                entry[key] = _canonical(entry[key])


def _canonical(block: str) -> str:
    try:
        return str(ip_network(block, strict=False))
    except ValueError:
        return block
