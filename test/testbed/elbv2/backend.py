"""moto's load balancers, and one managed network interface for each of their subnets. A subnet or security group
that a load balancer uses cannot be deleted, and the groups of a load balancer are found at its interfaces."""

from typing import Any

from moto.elbv2.models import ELBv2Backend

from testbed.elbv2.target_groups import TargetGroups
from testbed.elbv2.target_health import TargetHealths

_INTERFACE_TYPES = {"network": "network_load_balancer"}


class TestbedElbBackend(TargetHealths, TargetGroups):
    # moto finds the paths of a service beside the module of its backend.
    __module__ = ELBv2Backend.__module__

    def create_load_balancer(self, *arguments: Any, **named: Any) -> Any:
        balancer = super().create_load_balancer(*arguments, **named)
        if balancer.type == "network":
            self._name_as_network(balancer)
        self._place(balancer)
        return balancer

    def delete_load_balancer(self, arn: str) -> None:
        balancer = self.load_balancers.get(arn)
        super().delete_load_balancer(arn)
        if balancer is not None:
            self._remove(balancer)

    def set_subnets(self, arn: str, *arguments: Any, **named: Any) -> Any:
        zones = super().set_subnets(arn, *arguments, **named)
        self._remove(self.load_balancers[arn])
        self._place(self.load_balancers[arn])
        return zones

    def set_security_groups(self, arn: str, sec_groups: list[str]) -> None:
        super().set_security_groups(arn, sec_groups)
        for interface in self._interfaces(self.load_balancers[arn]):
            interface._group_set = self._groups(sec_groups)

    def _name_as_network(self, balancer: Any) -> None:
        """moto names every load balancer as an application load balancer."""
        del self.load_balancers[balancer.arn]
        tags = self.tagging_service.get_tag_dict_for_resource(balancer.arn)
        self.tagging_service.delete_all_tags_for_resource(balancer.arn)
        balancer.arn = balancer.arn.replace(":loadbalancer/app/", ":loadbalancer/net/")
        self.load_balancers[balancer.arn] = balancer
        self.tagging_service.tag_resource(balancer.arn, [{"Key": key, "Value": tags[key]} for key in tags])
        load_balancer_id = balancer.arn.rsplit("/", 1)[1]
        balancer.dns_name = f"{balancer.name}-{load_balancer_id}.elb.{self.region_name}.amazonaws.com"

    def _place(self, balancer: Any) -> None:
        for subnet in balancer.subnets:
            interface = self.ec2_backend.create_network_interface(subnet, "", description=_description(balancer))
            interface._group_set = self._groups(balancer.security_groups)
            interface.requester_managed = True
            interface.requester_id = "amazon-elb"
            interface.status = "in-use"
            interface.interface_type = _INTERFACE_TYPES.get(balancer.type, "interface")

    def _remove(self, balancer: Any) -> None:
        for interface in self._interfaces(balancer):
            self.ec2_backend.delete_network_interface(interface.id)

    def _interfaces(self, balancer: Any) -> list[Any]:
        interfaces = self.ec2_backend.enis.values()
        return [interface for interface in interfaces if interface.description == _description(balancer)]

    def _groups(self, group_ids: list[str] | None) -> list[Any]:
        groups = [self.ec2_backend.get_security_group_from_id(group_id) for group_id in group_ids or []]
        return [group for group in groups if group is not None]


def _description(balancer: Any) -> str:
    """What https://docs.aws.amazon.com/elasticloadbalancing/latest/network/network-load-balancers.html tells to look
    for: ``ELB net/NAME/ID``."""
    return "ELB " + str(balancer.arn).split(":loadbalancer/", 1)[1]
