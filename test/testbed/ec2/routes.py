"""Routes as strictly as AWS: what they may point to, how many there may be, and when they lead nowhere."""

from ipaddress import ip_network
from typing import TYPE_CHECKING, Any

from moto.ec2.exceptions import EC2ClientError, RouteAlreadyExistsError
from moto.ec2.models import EC2Backend, route_tables
from moto.ec2.models.route_tables import Route as MotoRoute
from moto.ec2.models.route_tables import RouteTable as MotoRouteTable

from testbed.ec2.errors import invalid_value, peering_not_found
from testbed.ec2.peering import Status

if TYPE_CHECKING:
    from testbed.bed import Bed

#: A route may wait for acceptance, without effect
#: (https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-routing.html).
_CAN_BE_TARGET = (Status.PENDING_ACCEPTANCE, Status.PROVISIONING, Status.ACTIVE)


class Route(MotoRoute):
    vpc_pcx: Any
    gateway: Any

    @property
    def state(self) -> str:
        """``blackhole`` where the target is gone or does not carry traffic yet."""
        if self.vpc_pcx:
            return "active" if self.vpc_pcx.code is Status.ACTIVE else "blackhole"
        if self.nat_gateway:
            return "active" if self.nat_gateway.state == "available" else "blackhole"
        if self.gateway and self.gateway.id.startswith("igw-"):
            return "active" if self.gateway.vpc else "blackhole"
        if self.interface:
            return "active" if self.interface.id in self.interface.ec2_backend.enis else "blackhole"
        return "active"

    @property
    def destination(self) -> str:
        return str(self.destination_cidr_block or self.destination_ipv6_cidr_block or self.destination_prefix_list_id)


class RouteTable(MotoRouteTable):
    def get_filter_value(self, filter_name: str, method_name: str | None = None) -> Any:
        attributes = {
            "route.state": "state",
            "route.origin": "origin",
            "route.instance-id": "instance_id",
            "route.destination-ipv6-cidr-block": "destination_ipv6_cidr_block",
            "route.destination-prefix-list-id": "destination_prefix_list_id",
        }
        if filter_name in attributes:
            values = [getattr(route, attributes[filter_name]) for route in self.routes]
            return [value for value in values if value is not None]
        if filter_name == "association.gateway-id":
            return [target for target in self._associations.values() if target.startswith("igw")]
        if filter_name == "association.subnet-id":
            return list(self._associations.values())
        return super().get_filter_value(filter_name, method_name)


def install_models() -> None:
    """moto creates its routes by the names in its module."""
    route_tables.Route = Route  # type: ignore[misc]
    route_tables.RouteTable = RouteTable  # type: ignore[misc]


class Routes(EC2Backend):
    bed: "Bed"

    def create_route(
        self, route_table_id: str, destination_cidr_block: str | None = None, *others: Any, **named: Any
    ) -> MotoRoute:
        table = self.get_route_table(route_table_id)
        if not named.get("local"):
            destination_cidr_block = _canonical(destination_cidr_block)
            more = (*others, named.get("destination_ipv6_cidr_block"), named.get("destination_prefix_list_id"))
            destination = next(each for each in (destination_cidr_block, *more, "") if each is not None)
            self._refuse_known_or_too_many_routes(table, destination)
            self._check_peering(table, destination_cidr_block, named.get("vpc_peering_connection_id"))
        return super().create_route(route_table_id, destination_cidr_block, *others, **named)

    def replace_route(self, route_table_id: str, destination_cidr_block: str, *others: Any, **named: Any) -> MotoRoute:
        table = self.get_route_table(route_table_id)
        destination = _canonical(destination_cidr_block)
        self._check_peering(table, destination, named.get("vpc_peering_connection_id"))
        return super().replace_route(route_table_id, destination, *others, **named)  # type: ignore[arg-type]

    def delete_route(self, route_table_id: str, destination_cidr_block: str, *others: Any, **named: Any) -> MotoRoute:
        table = self.get_route_table(route_table_id)
        destination = _canonical(destination_cidr_block)
        if destination in _associated(self.get_vpc(table.vpc_id)):
            raise invalid_value(f"cannot remove local route {destination} in route table {route_table_id}")
        return super().delete_route(route_table_id, destination, *others, **named)  # type: ignore[arg-type]

    def _refuse_known_or_too_many_routes(self, table: Any, destination: str) -> None:
        own = [route for route in table.routes if not route.local]
        if any(route.destination == destination for route in own):
            raise RouteAlreadyExistsError(destination)
        if len(own) >= self.bed.settings.quotas.routes_per_table:
            raise EC2ClientError(
                "RouteLimitExceeded", f"You've reached the limit on the number of routes that {table.id} may have."
            )

    def _check_peering(self, table: Any, destination: str | None, peering_id: str | None) -> None:
        if peering_id is None:
            return
        peering: Any = self.get_vpc_peering_connection(peering_id)
        if peering.code not in _CAN_BE_TARGET:
            raise peering_not_found(peering_id)
        here = {vpc.id for vpc in peering.vpcs_of(self.account_id, self.region_name)}
        if table.vpc_id not in here:
            raise invalid_value(f"route table {table.id} and network gateway {peering_id} belong to different networks")
        for route in table.routes:
            if route.local and destination and _is_part(destination, route.destination_cidr_block):
                raise invalid_value(
                    f"Cannot create a more specific route for {destination} than local route"
                    f" {route.destination_cidr_block} in route table {table.id}"
                )


def _associated(vpc: Any) -> set[str]:
    """Ranges whose local routes stay; that of a range that is taken away goes with it."""
    blocks = vpc.get_cidr_block_association_set()
    return {block["cidr_block"] for block in blocks if block["cidr_block_state"]["state"] == "associated"}


def _is_part(destination: str, block: str | None) -> bool:
    return block is not None and ip_network(destination).subnet_of(ip_network(block))  # type: ignore[arg-type]


def _canonical(block: str | None) -> str | None:
    """As AWS stores it: without the bits of a host. What is no range is left to moto to refuse."""
    if block is None:
        return None
    try:
        return str(ip_network(block, strict=False))
    except ValueError:
        return block
