"""Load balancers that stand in their subnets: with network interfaces, as AWS places them."""

from moto.elbv2.models import elbv2_backends

from testbed.bed import Bed
from testbed.elbv2.backend import TestbedElbBackend


def install(bed: Bed) -> None:
    """Put them in moto's place; to be called before any call is served."""
    TestbedElbBackend.bed = bed
    elbv2_backends.backend = TestbedElbBackend
