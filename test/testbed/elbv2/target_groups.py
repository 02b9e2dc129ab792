"""Target groups with an attribute that each one of a network load balancer has on AWS."""

from typing import Any

from moto.elbv2.models import ELBv2Backend

_OF_NETWORK = ("TCP", "TLS", "UDP", "TCP_UDP")


class TargetGroups(ELBv2Backend):
    def create_target_group(self, *arguments: Any, **named: Any) -> Any:
        """https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-target-group-attributes.html"""
        group = super().create_target_group(*arguments, **named)
        if group.protocol in _OF_NETWORK:
            # By default on, and off only where TCP goes to addresses.
            is_off = group.target_type == "ip" and group.protocol in ("TCP", "TLS")
            group.attributes.setdefault("preserve_client_ip.enabled", "false" if is_off else "true")
        return group
