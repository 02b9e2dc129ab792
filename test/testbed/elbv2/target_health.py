"""What a load balancer says of its targets.

https://docs.aws.amazon.com/elasticloadbalancing/latest/network/target-group-health-checks.html
"""

from ipaddress import ip_address, ip_network
from typing import TYPE_CHECKING, Any

from moto.elbv2.models import ELBv2Backend, FakeHealthStatus

if TYPE_CHECKING:
    from testbed.bed import Bed


class TargetHealth(FakeHealthStatus):
    """With the zone that AWS finds by a target's address."""

    zone: str | None = None

    @property
    def target(self) -> dict[str, str]:
        zone = {"AvailabilityZone": self.zone} if self.zone else {}
        return {**super().target, **zone}


class TargetHealths(ELBv2Backend):
    bed: "Bed"

    def describe_target_health(self, target_group_arn: str, targets: list[dict[str, Any]]) -> list[FakeHealthStatus]:
        """moto finds every target healthy; settings tell of those that are not."""
        states = {target.id: target for target in self.bed.settings.targets}
        result: list[FakeHealthStatus] = []
        for found in super().describe_target_health(target_group_arn, targets):
            health = TargetHealth(
                found.instance_id, found.port, found.health_check_port, found.status, found.reason, found.description
            )
            if health.instance_id in states:
                health.status, health.reason = states[health.instance_id].state, states[health.instance_id].reason
            health.zone = self._zone_of(target_group_arn, health.instance_id)
            result.append(health)
        return result

    def _zone_of(self, target_group_arn: str, target: str) -> str | None:
        if target.startswith("i-"):
            return None
        vpc_id = self.target_groups[target_group_arn].vpc_id
        for zones in self.ec2_backend.subnets.values():
            for subnet in zones.values():
                if subnet.vpc_id == vpc_id and ip_address(target) in ip_network(subnet.cidr_block):
                    return str(subnet.availability_zone)
        # An address outside the VPC may be reached from every zone.
        return "all"
