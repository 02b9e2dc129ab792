"""Requesting, accepting, rejecting and deleting peering connections, as strictly as AWS."""

from typing import TYPE_CHECKING, Any

from moto.ec2.exceptions import EC2ClientError, OperationNotPermitted2, OperationNotPermitted3, OperationNotPermitted5
from moto.ec2.models import EC2Backend

from testbed.ec2.errors import invalid_transition, not_permitted, peering_exists, peering_not_found
from testbed.ec2.peering import LIVE, Peering, Status, peerings

if TYPE_CHECKING:
    from testbed.bed import Bed


class PeeringRequests(EC2Backend):
    bed: "Bed"
    vpc_pcxs: dict[str, Peering]  # type: ignore[assignment]

    def create_vpc_peering_connection(self, vpc: Any, peer_vpc: Any, tags: dict[str, str] | None = None) -> Peering:
        self._refuse_second(vpc, peer_vpc)
        self._refuse_outstanding(vpc)
        peering = Peering(self.bed, vpc, peer_vpc)  # type: ignore[abstract]
        self.vpc_pcxs[peering.id] = peering
        peer_backend = getattr(peer_vpc, "ec2_backend", self)
        peer_backend.vpc_pcxs[peering.id] = peering
        self.create_tags([peering.id], tags or {})
        return peering

    def _refuse_second(self, vpc: Any, peer_vpc: Any) -> None:
        """One request at a time in one direction, and none beside a peering that stands. A request in the other
        direction is found out when it is accepted."""
        for peering in peerings():
            same_request = peering.code in LIVE and peering.vpc.id == vpc.id
            stands = peering.code in (Status.PROVISIONING, Status.ACTIVE)
            if peering.connects(vpc, peer_vpc) and (same_request or stands):
                raise peering_exists(peering.id)

    def _refuse_outstanding(self, vpc: Any) -> None:
        waiting = (Status.INITIATING_REQUEST, Status.PENDING_ACCEPTANCE)
        outstanding = [p for p in self.vpc_pcxs.values() if p.vpc.owner_id == self.account_id and p.code in waiting]
        if len(outstanding) >= self.bed.settings.quotas.outstanding_peerings:
            raise EC2ClientError(
                "OutstandingVpcPeeringConnectionLimitExceeded",
                "You've reached the limit on the number of outstanding VPC peering connection requests.",
            )
        self._refuse_over_quota(vpc)

    def _refuse_over_quota(self, vpc: Any) -> None:
        standing = (Status.PROVISIONING, Status.ACTIVE)
        active = [p for p in peerings() if vpc.id in (p.vpc.id, p.peer_vpc.id) and p.code in standing]
        if len(active) >= self.bed.settings.quotas.active_peerings_per_vpc:
            raise EC2ClientError(
                "VpcPeeringConnectionsPerVpcLimitExceeded",
                f"You've reached the limit on the number of VPC peering connections of {vpc.id}.",
            )

    def get_vpc_peering_connection(self, vpc_pcx_id: str) -> Peering:
        peering = self.vpc_pcxs.get(vpc_pcx_id)
        if peering is None or not peering.seen_from(self.account_id, self.region_name):
            raise peering_not_found(vpc_pcx_id)
        return peering

    def describe_vpc_peering_connections(  # type: ignore[override]
        self, vpc_peering_ids: list[str] | None = None
    ) -> list[Peering]:
        if vpc_peering_ids:
            return [self.get_vpc_peering_connection(peering_id) for peering_id in vpc_peering_ids]
        return [p for p in self.vpc_pcxs.values() if p.seen_from(self.account_id, self.region_name)]

    def accept_vpc_peering_connection(self, vpc_pcx_id: str) -> Peering:
        peering = self._received(vpc_pcx_id, "accept")
        if peering.crosses_regions and self.region_name != peering.peer_vpc.region:
            raise OperationNotPermitted2(self.region_name, peering.id, peering.peer_vpc.region)
        _refuse_unless(peering, (Status.PENDING_ACCEPTANCE,), Status.PROVISIONING)
        self._refuse_beside(peering)
        self._refuse_over_quota(peering.vpc)
        self._refuse_over_quota(peering.peer_vpc)
        peering.become(Status.PROVISIONING)
        return peering

    def _refuse_beside(self, peering: Peering) -> None:
        for other in peerings():
            stands = other.code in (Status.PROVISIONING, Status.ACTIVE)
            if other is not peering and stands and other.connects(peering.vpc, peering.peer_vpc):
                raise peering_exists(other.id)

    def reject_vpc_peering_connection(self, vpc_pcx_id: str) -> Peering:
        peering = self._received(vpc_pcx_id, "reject")
        if peering.crosses_regions and self.region_name != peering.peer_vpc.region:
            raise OperationNotPermitted3(self.region_name, peering.id, peering.peer_vpc.region)
        _refuse_unless(peering, (Status.PENDING_ACCEPTANCE,), Status.REJECTED)
        peering.become(Status.REJECTED)
        return peering

    def delete_vpc_peering_connection(self, vpc_pcx_id: str) -> Peering:
        peering = self.get_vpc_peering_connection(vpc_pcx_id)
        # A request that nobody accepted yet is its requester's.
        if peering.code is Status.PENDING_ACCEPTANCE and self.account_id != peering.vpc.owner_id:
            raise not_permitted(f"User ({self.account_id}) cannot delete peering {peering.id}")
        _refuse_unless(peering, (Status.INITIATING_REQUEST, Status.PENDING_ACCEPTANCE, Status.ACTIVE), Status.DELETING)
        peering.become(Status.DELETING, deleter=self.account_id)
        return peering

    def _received(self, peering_id: str, operation: str) -> Peering:
        peering = self.get_vpc_peering_connection(peering_id)
        if self.account_id != peering.peer_vpc.owner_id:
            raise OperationNotPermitted5(self.account_id, peering_id, operation)
        return peering


def _refuse_unless(peering: Peering, allowed: tuple[Status, ...], attempted: Status) -> None:
    if peering.code not in allowed:
        raise invalid_transition(peering.id, peering.code.value, attempted.value)
