"""The operations of routes that know of pages and of what is not visible yet."""

from typing import Any

from moto.core.responses import ActionResult
from moto.ec2.exceptions import InvalidRouteError
from moto.ec2.responses import EC2Response

from testbed.ec2.paging import Limits, page
from testbed.ec2.visibility import route_name, visibility


#: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeRouteTables.html
_TABLES = Limits(largest=100)


class RouteTableView:
    """A route table without the routes that its reader does not see yet."""

    def __init__(self, table: Any):
        self._table = table

    def __getattr__(self, name: str) -> Any:
        return getattr(self._table, name)

    @property
    def routes(self) -> list[Any]:
        hidden = visibility.is_hidden
        return [route for route in self._table.routes if not hidden(route_name(self._table.id, route.destination))]


class RouteResponse(EC2Response):
    def create_route(self) -> ActionResult:
        result = super().create_route()
        visibility.hide(self._route_name())
        return result

    def replace_route(self) -> ActionResult:
        self._refuse_hidden_route()
        return super().replace_route()

    def delete_route(self) -> ActionResult:
        self._refuse_hidden_route()
        return super().delete_route()

    def create_route_table(self) -> ActionResult:
        result = super().create_route_table()
        visibility.hide(result.result["RouteTable"].id)  # type: ignore[index]
        return result

    def describe_route_tables(self) -> ActionResult:
        tables = self.ec2_backend.describe_route_tables(
            self._get_param("RouteTableIds", []), self._filters_from_querystring()
        )
        seen = [RouteTableView(table) for table in tables if not visibility.is_hidden(table.id)]
        return ActionResult(page(self, "RouteTables", seen, _TABLES))

    def _refuse_hidden_route(self) -> None:
        if visibility.is_hidden(self._route_name()):
            raise InvalidRouteError(self._get_param("RouteTableId"), self._destination())

    def _route_name(self) -> str:
        return route_name(self._get_param("RouteTableId"), self._destination())

    def _destination(self) -> str:
        keys = ("DestinationCidrBlock", "DestinationIpv6CidrBlock", "DestinationPrefixListId")
        return next((self._get_param(key) for key in keys if self._get_param(key)), "")
