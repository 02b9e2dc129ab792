"""moto's EC2 with what AWS refuses."""

from moto.ec2.models import EC2Backend

from testbed.bed import Bed
from testbed.ec2.addresses import Addresses
from testbed.ec2.dependencies import Dependencies
from testbed.ec2.dhcp_options import DhcpOptions
from testbed.ec2.managed_instances import ManagedInstances
from testbed.ec2.peering_options import PeeringOptions
from testbed.ec2.peering_requests import PeeringRequests
from testbed.ec2.prefix_lists import PrefixLists
from testbed.ec2.routes import Routes
from testbed.ec2.security_groups import SecurityGroups
from testbed.ec2.shared_subnets import SharedSubnets
from testbed.ec2.shared_transit_gateways import SharedTransitGateways
from testbed.ec2.transit_gateways import TransitGateways


class TestbedEc2Backend(
    ManagedInstances,
    PeeringRequests,
    PeeringOptions,
    Routes,
    SecurityGroups,
    Dependencies,
    DhcpOptions,
    PrefixLists,
    Addresses,
    SharedSubnets,
    SharedTransitGateways,
    TransitGateways,
):
    # moto finds the paths of a service beside the module of its backend.
    __module__ = EC2Backend.__module__

    #: One process serves one bed; moto creates a backend for each account and region by itself.
    bed: Bed
