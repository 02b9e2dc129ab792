"""Route tables of transit gateways: moto takes no size of a page, and shows the attachment of a route in another
form than https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_TransitGatewayRoute.html."""

from typing import Any

from moto.ec2.exceptions import EC2ClientError
from moto.ec2.models import EC2Backend


class TransitGateways(EC2Backend):
    def search_transit_gateway_routes(
        self, transit_gateway_route_table_id: str, filters: Any, max_results: int | None = None
    ) -> list[Any]:
        if transit_gateway_route_table_id not in self.transit_gateways_route_tables:
            raise EC2ClientError(
                "InvalidRouteTableID.NotFound",
                f"Transit Gateway Route Table {transit_gateway_route_table_id} was deleted or does not exist.",
            )
        found = super().search_transit_gateway_routes(transit_gateway_route_table_id, filters)
        return [_as_listed(route) for route in found][: int(max_results or 1000)]


def _as_listed(route: dict[str, Any]) -> dict[str, Any]:
    attachment = route.get("transitGatewayAttachments")
    return {**route, "transitGatewayAttachments": [attachment] if attachment else []}
