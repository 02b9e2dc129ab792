"""Subnets that their owner shares with another account by AWS RAM.

https://docs.aws.amazon.com/vpc/latest/userguide/vpc-share-limitations.html: a participant sees the VPC, its name
servers and internet gateway, the subnets that are shared with it, and their route tables and network ACLs; it changes
none of them. NAT gateways, endpoints, peerings and attachments to transit gateways are shown to the owner only.
"""

from collections.abc import Iterator
from typing import Any

from moto.ec2.models import EC2Backend, ec2_backends
from moto.ec2.models.subnets import Subnet
from moto.ec2.utils import filter_internet_gateways, generic_filter

from testbed.ec2.shared_view import SharedView, view_of


class SharedSubnets(EC2Backend):
    def receive_subnet(self, subnet: Subnet) -> None:
        """From now on this account may use the subnet of another one."""
        owner = subnet.ec2_backend
        if subnet.vpc_id not in self.vpcs:
            self.vpcs[subnet.vpc_id] = view_of(owner.get_vpc(subnet.vpc_id), self)
        self.subnets[subnet.availability_zone][subnet.id] = view_of(subnet, self)

    def describe_route_tables(self, route_table_ids: Any = None, filters: Any = None) -> list[Any]:
        """With those of shared subnets, where no single one is asked for."""
        own: list[Any] = super().describe_route_tables(route_table_ids, filters)
        return own if route_table_ids else own + generic_filter(filters, [*self._shared_route_tables()])

    def describe_network_acls(self, network_acl_ids: Any = None, filters: Any = None) -> list[Any]:
        own: list[Any] = super().describe_network_acls(network_acl_ids, filters)
        return own if network_acl_ids else own + generic_filter(filters, [*self._shared_network_acls()])

    def describe_internet_gateways(self, internet_gateway_ids: Any = None, filters: Any = None) -> list[Any]:
        own: list[Any] = super().describe_internet_gateways(internet_gateway_ids, filters)
        if internet_gateway_ids:
            return own
        shared = [*self._shared_internet_gateways()]
        return own + (filter_internet_gateways(shared, filters) if filters else shared)

    def describe_dhcp_options(self, dhcp_options_ids: Any = None, filters: Any = None) -> list[Any]:
        own: list[Any] = super().describe_dhcp_options(dhcp_options_ids, filters)
        if dhcp_options_ids:
            return own
        shared = [view_of(vpc.dhcp_options, self) for vpc in self._shared_vpcs() if vpc.dhcp_options]
        return own + generic_filter(filters, shared)

    def _shared_vpcs(self) -> list[Any]:
        return [vpc for vpc in self.vpcs.values() if isinstance(vpc, SharedView)]

    def _shared_subnet_ids(self) -> set[str]:
        zones = self.subnets.values()
        return {each.id for zone in zones for each in zone.values() if isinstance(each, SharedView)}

    def _shared_route_tables(self) -> Iterator[Any]:
        """Those that a shared subnet is associated with, and the main one, which steers the others."""
        ours = self._shared_subnet_ids()
        for vpc in self._shared_vpcs():
            for table in vpc.original.ec2_backend.route_tables.values():
                associated = {association.get("SubnetId") for association in table.associations}
                if table.vpc_id == vpc.id and (associated & ours or table.main_association_id):
                    yield view_of(table, self)

    def _shared_network_acls(self) -> Iterator[Any]:
        ours = self._shared_subnet_ids()
        for vpc in self._shared_vpcs():
            for acl in vpc.original.ec2_backend.network_acls.values():
                if ours & {association.subnet_id for association in acl.associations}:
                    yield view_of(acl, self)

    def _shared_internet_gateways(self) -> Iterator[Any]:
        for vpc in self._shared_vpcs():
            for gateway in vpc.original.ec2_backend.internet_gateways.values():
                if gateway.vpc and gateway.vpc.id == vpc.id:
                    yield view_of(gateway, self)


def find_subnet(subnet_id: str) -> Subnet | None:
    """As its owner has it, in whichever account and region."""
    for _, _, backend in ec2_backends.iter_backends():
        for zone in backend.subnets.values():
            found = zone.get(subnet_id)
            if found and not isinstance(found, SharedView):
                return found
    return None
