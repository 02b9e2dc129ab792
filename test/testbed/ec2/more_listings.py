"""Listings of what stands around the machines, in pages, with the largest page that each of them allows."""

from moto.core.responses import ActionResult

from testbed.ec2.listing_response import ListingResponse
from testbed.ec2.paging import Limits

#: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInstanceTypes.html
_INSTANCE_TYPES = Limits(largest=100)


class MoreListings(ListingResponse):
    def describe_instance_types(self) -> ActionResult:
        return self._paged(super().describe_instance_types, "InstanceTypes", _INSTANCE_TYPES)

    def describe_nat_gateways(self) -> ActionResult:
        return self._paged(super().describe_nat_gateways, "NatGateways")

    def describe_network_acls(self) -> ActionResult:
        return self._paged(super().describe_network_acls, "NetworkAcls")

    def describe_transit_gateway_route_tables(self) -> ActionResult:
        return self._paged(super().describe_transit_gateway_route_tables, "transitGatewayRouteTables")

    def get_transit_gateway_route_table_associations(self) -> ActionResult:
        return self._paged(super().get_transit_gateway_route_table_associations, "associations")

    def describe_transit_gateway_vpc_attachments(self) -> ActionResult:
        return self._paged(super().describe_transit_gateway_vpc_attachments, "TransitGatewayVpcAttachments")

    def describe_volumes(self) -> ActionResult:
        return self._paged(super().describe_volumes, "Volumes")

    def describe_vpc_endpoints(self) -> ActionResult:
        return self._paged(super().describe_vpc_endpoints, "VpcEndpoints")
