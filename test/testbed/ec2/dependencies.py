"""What AWS refuses to delete because something else uses it
(https://docs.aws.amazon.com/vpc/latest/userguide/delete-vpc.html)."""

from typing import Any

from moto.ec2.exceptions import EC2ClientError
from moto.ec2.models import EC2Backend

from testbed.ec2.errors import dependency_violation, group_in_use
from testbed.ec2.peering import LIVE, peerings


class Dependencies(EC2Backend):
    def delete_vpc(self, vpc_id: str) -> Any:
        vpc = self.get_vpc(vpc_id)
        groups = [group for group in self.groups[vpc.id].values() if not group.is_default]
        gateways = [gateway for gateway in self.internet_gateways.values() if gateway.vpc is vpc]
        peered = [p for p in peerings() if p.code in LIVE and vpc.id in (p.vpc.id, p.peer_vpc.id)]
        if groups or gateways or peered:
            raise dependency_violation("vpc", vpc_id)
        return super().delete_vpc(vpc_id)

    def delete_subnet(self, subnet_id: str) -> Any:
        if any(interface.subnet_id == subnet_id for interface in self._interfaces_in_use()):
            raise dependency_violation("subnet", subnet_id)
        subnet = super().delete_subnet(subnet_id)
        # moto keeps its association, which would keep the route table in use for ever.
        for table in self.route_tables.values():
            held = table._associations.items()
            table._associations = {key: target for key, target in held if target != subnet_id}
        return subnet

    def delete_security_group(self, name: str | None = None, group_id: str | None = None) -> None:
        group = self.get_security_group_by_name_or_id(group_id or name or "")
        if group is not None and (self._is_attached(group) or self._is_referenced(group)):
            raise group_in_use(group.id)
        super().delete_security_group(name, group_id)

    def _is_attached(self, group: Any) -> bool:
        return any(group.id in {held.id for held in interface.group_set} for interface in self._interfaces_in_use())

    def _interfaces_in_use(self) -> list[Any]:
        """Without those that moto leaves behind when it terminates an instance."""
        interfaces = self.enis.values()
        return [each for each in interfaces if each.instance is None or each.instance._state.name != "terminated"]

    def _is_referenced(self, group: Any) -> bool:
        """By another group of the same VPC; a reference across a peering only becomes stale."""
        others = [other for other in self.groups[group.vpc_id].values() if other is not group]
        rules = [rule for other in others for rule in (*other.ingress_rules, *other.egress_rules)]
        return any(rule.source_group.get("GroupId") == group.id for rule in rules)

    def delete_nat_gateway(self, nat_gateway_id: str) -> Any:
        # moto leaves the interface of a deleted gateway, which would keep its subnet in use for ever.
        if nat_gateway_id not in self.nat_gateways:
            raise EC2ClientError("NatGatewayNotFound", f"The Nat Gateway {nat_gateway_id} was not found")
        gateway = super().delete_nat_gateway(nat_gateway_id)
        self.enis.pop(gateway._eni.id, None)
        return gateway
