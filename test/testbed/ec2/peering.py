"""A peering connection and the states that it goes through
(https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html#vpc-peering-lifecycle)."""

from datetime import timedelta
from enum import StrEnum
from ipaddress import ip_network
from itertools import product
from typing import Any

from moto.core.utils import utcnow
from moto.ec2.models import ec2_backends
from moto.ec2.models.vpc_peering_connections import VPCPeeringConnection
from moto.ec2.utils import random_vpc_peering_connection_id

from testbed.bed import Bed
from testbed.clock import now
from testbed.ec2.remote_vpc import RemoteVpc


class Status(StrEnum):
    INITIATING_REQUEST = "initiating-request"
    PENDING_ACCEPTANCE = "pending-acceptance"
    PROVISIONING = "provisioning"
    ACTIVE = "active"
    DELETING = "deleting"
    DELETED = "deleted"
    REJECTED = "rejected"
    EXPIRED = "expired"
    FAILED = "failed"


#: Where a state ends by itself after a while.
_AFTERWARDS = {
    Status.INITIATING_REQUEST: Status.PENDING_ACCEPTANCE,
    Status.PROVISIONING: Status.ACTIVE,
    Status.DELETING: Status.DELETED,
}

#: States of a peering that is, or may yet come to be.
LIVE = (Status.INITIATING_REQUEST, Status.PENDING_ACCEPTANCE, Status.PROVISIONING, Status.ACTIVE)

_EXPIRES_AFTER = timedelta(days=7)


class Peering(VPCPeeringConnection):
    """``vpc`` is the requester's, ``peer_vpc`` the accepter's, as moto names them."""

    def __init__(self, bed: Bed, vpc: Any, peer_vpc: Any):
        super().__init__(vpc.ec2_backend, random_vpc_peering_connection_id(), vpc, peer_vpc)
        self.expires = utcnow() + _EXPIRES_AFTER
        self._bed = bed
        self._doomed = isinstance(peer_vpc, RemoteVpc) or overlap(vpc, peer_vpc)
        self._deleter = vpc.owner_id
        self.become(Status.INITIATING_REQUEST)

    def become(self, code: Status, deleter: str | None = None) -> None:
        self._code = code
        self._since = now()
        self._deleter = deleter or self._deleter

    @property
    def code(self) -> Status:
        afterwards = _AFTERWARDS.get(self._code)
        if afterwards and now() - self._since >= self._bed.settings.durations.peering:
            failed = self._doomed and self._code is Status.INITIATING_REQUEST
            self.become(Status.FAILED if failed else afterwards)
        return self._code

    @property
    def status(self) -> dict[str, str]:
        code = self.code
        return {"Code": code.value, "Message": self._message(code)}

    def _message(self, code: Status) -> str:
        messages = {
            Status.INITIATING_REQUEST: f"Initiating Request to {self.peer_vpc.owner_id}",
            Status.PENDING_ACCEPTANCE: f"Pending Acceptance by {self.peer_vpc.owner_id}",
            Status.DELETED: f"Deleted by {self._deleter}",
            Status.REJECTED: "Inactive",
            Status.FAILED: "Failed due to incorrect VPC-ID, Account ID, or overlapping CIDR range",
        }
        return messages.get(code, code.value.capitalize())

    def vpcs_of(self, account: str, region: str) -> list[Any]:
        """The peered VPCs that stand in this account and region."""
        return [vpc for vpc in (self.vpc, self.peer_vpc) if (vpc.owner_id, vpc.region) == (account, region)]

    def connects(self, vpc: Any, other: Any) -> bool:
        return {self.vpc.id, self.peer_vpc.id} == {vpc.id, other.id}

    @property
    def crosses_regions(self) -> bool:
        return bool(self.vpc.region != self.peer_vpc.region)

    def seen_from(self, account: str, region: str) -> bool:
        """Each owner sees it in the region of the own VPC; the accepter only when the request has reached it."""
        if (self.vpc.owner_id, self.vpc.region) == (account, region):
            return True
        arrived = self.code not in (Status.INITIATING_REQUEST, Status.FAILED)
        return arrived and (self.peer_vpc.owner_id, self.peer_vpc.region) == (account, region)


def associated_ranges(vpc: Any) -> list[str]:
    """IPv4 ranges of the VPC, the first one and those that were associated later."""
    return [
        association["cidr_block"]
        for association in vpc.get_cidr_block_association_set(ipv6=False)
        if association["cidr_block_state"]["state"] == "associated"
    ]


def overlap(vpc: Any, other: Any) -> bool:
    pairs = product(associated_ranges(vpc), associated_ranges(other))
    return any(ip_network(one).overlaps(ip_network(another)) for one, another in pairs)


def peerings() -> list[Peering]:
    """Every peering of every account and region, once."""
    found: dict[str, Peering] = {}
    for _, _, backend in ec2_backends.iter_backends():
        found.update(backend.vpc_pcxs)  # type: ignore[attr-defined]
    return list(found.values())


def find_peering(peering_id: str) -> Peering | None:
    return next((peering for peering in peerings() if peering.id == peering_id), None)
