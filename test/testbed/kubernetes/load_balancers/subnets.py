"""Which subnets a load balancer stands in.

https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/deploy/subnet_discovery/
"""

from typing import Any

from testbed.kubernetes.load_balancers.aws import Aws
from testbed.kubernetes.load_balancers.wanted import Wanted

ROLES = {"internal": "kubernetes.io/role/internal-elb", "internet-facing": "kubernetes.io/role/elb"}
FREE_ADDRESSES = 8


class NoSubnet(RuntimeError):
    """No subnet can take the load balancer."""


def choose_subnets(aws: Aws, wish: Wanted) -> list[str]:
    """Those that the Service names, or else one a zone that has the role's tag."""
    if wish.subnets:
        return list(wish.subnets)
    role = ROLES[wish.scheme]
    place = aws.place
    zones: dict[str, str] = {}
    for subnet in sorted(aws.ec2.describe_subnets(), key=lambda subnet: subnet.id):
        if subnet.vpc_id == place.vpc_id and _suits(subnet, role, place.cluster):
            zones.setdefault(subnet.availability_zone, subnet.id)
    if not zones:
        raise NoSubnet(
            f"Expected a subnet of {place.vpc_id} with the tag {role} = 1 and {FREE_ADDRESSES} free addresses"
            f" for the {wish.scheme} load balancer of {wish.stack}, received none."
        )
    return [zones[zone] for zone in sorted(zones)]


def _suits(subnet: Any, role: str, cluster: str) -> bool:
    tags = {tag["key"]: tag["value"] for tag in subnet.get_tags()}
    owners = {key for key in tags if key.startswith("kubernetes.io/cluster/")}
    ours = not owners or f"kubernetes.io/cluster/{cluster}" in owners
    return ours and tags.get(role) in ("", "1") and subnet.available_ip_address_count >= FREE_ADDRESSES
