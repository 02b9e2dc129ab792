"""A peering connection as one of its owners sees it."""

from typing import Any

from moto.core.utils import iso_8601_datetime_without_milliseconds

from testbed.ec2.errors import invalid_value
from testbed.ec2.peering import Peering, Status, associated_ranges


class PeeringView:
    """Tags are applied only in the account and region in which they were created
    (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpcPeeringConnection.html), and each half of
    the options is its own side's affair. The accepter's ranges appear with acceptance."""

    def __init__(self, peering: Peering, backend: Any):
        self._peering = peering
        self._backend = backend
        self.id = peering.id
        self.vpc_peering_connection_id = peering.id
        self.status = peering.status

    @property
    def requester_vpc_info(self) -> dict[str, object]:
        return self._info(self._peering.vpc, self._peering.requester_options, ranges=True)

    @property
    def accepter_vpc_info(self) -> dict[str, object]:
        accepted = self.status["Code"] in (Status.ACTIVE, Status.PROVISIONING)
        return self._info(self._peering.peer_vpc, self._peering.accepter_options, ranges=accepted)

    def _info(self, vpc: Any, options: dict[str, Any], ranges: bool) -> dict[str, object]:
        info: dict[str, object] = {"OwnerId": vpc.owner_id, "Region": vpc.region, "VpcId": vpc.id}
        if ranges:
            info["CidrBlock"] = vpc.cidr_block
            info["CidrBlockSet"] = [{"CidrBlock": block} for block in associated_ranges(vpc)]
        if vpc.owner_id == self._backend.account_id and vpc.region == self._backend.region_name:
            info["PeeringOptions"] = options
        return info

    @property
    def expiration_time(self) -> str | None:
        if self.status["Code"] != Status.PENDING_ACCEPTANCE:
            return None
        return str(iso_8601_datetime_without_milliseconds(self._peering.expires))

    @property
    def tag_set(self) -> list[dict[str, str]]:
        return self.get_tags()

    def get_tags(self) -> list[dict[str, str]]:
        return [{"key": key, "value": value} for key, value in self._backend.tags.get(self.id, {}).items()]

    def get_filter_value(self, name: str, method_name: str | None = None) -> Any:
        """What moto compares with a filter's values."""
        tags = {tag["key"]: tag["value"] for tag in self.get_tags()}
        if name.startswith("tag:"):
            return tags.get(name.removeprefix("tag:"))
        side, _, key = name.partition("-vpc-info.")
        if side in ("requester", "accepter") and key in _INFO_FILTERS:
            info = self.requester_vpc_info if side == "requester" else self.accepter_vpc_info
            return info.get(_INFO_FILTERS[key])
        values = {
            "status-code": self.status["Code"],
            "status-message": self.status["Message"],
            "vpc-peering-connection-id": self.id,
            "tag-key": list(tags),
            "expiration-time": self.expiration_time,
        }
        if name not in values:
            raise invalid_value(f"The filter '{name}' is invalid")
        return values[name]


_INFO_FILTERS = {"cidr-block": "CidrBlock", "owner-id": "OwnerId", "vpc-id": "VpcId"}
