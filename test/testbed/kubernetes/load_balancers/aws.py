"""The simulated AWS around one cluster."""

from dataclasses import dataclass
from typing import Any

from moto.ec2.models import ec2_backends
from moto.elbv2.models import elbv2_backends

from testbed.kubernetes.load_balancers.place import LoadBalancers


@dataclass(frozen=True)
class Aws:
    """moto's backends of the cluster's account and region; to be used with the place's lock held."""

    place: LoadBalancers
    ec2: Any
    elb: Any


def aws_around(place: LoadBalancers) -> Aws:
    """The backends that answer the calls there, so that what the controllers make is seen by everybody."""
    account, region = place.account, place.region
    return Aws(place, ec2_backends[account][region], elbv2_backends[account][region])
