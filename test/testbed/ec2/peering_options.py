"""ModifyVpcPeeringConnectionOptions: each side its own half, on an active peering only."""

from typing import Any, cast

from moto.ec2.exceptions import EC2ClientError
from moto.ec2.models import EC2Backend

from testbed.ec2.errors import not_permitted
from testbed.ec2.peering import Peering, Status

_DNS = "AllowDnsResolutionFromRemoteVpc"
_CLASSIC_LINK = ("AllowEgressFromLocalClassicLinkToRemoteVpc", "AllowEgressFromLocalVpcToRemoteClassicLink")


class PeeringOptions(EC2Backend):
    def modify_vpc_peering_connection_options(
        self,
        vpc_pcx_id: str,
        accepter_options: dict[str, Any] | None = None,
        requester_options: dict[str, Any] | None = None,
    ) -> Peering:
        peering = cast(Peering, self.get_vpc_peering_connection(vpc_pcx_id))
        if peering.code is not Status.ACTIVE:
            raise not_permitted(
                f"Peering {peering.id} is not active. Peering options can be added only to active peerings."
            )
        if requester_options:
            self._check_half(peering, "requester", peering.vpc, requester_options)
        if accepter_options:
            self._check_half(peering, "accepter", peering.peer_vpc, accepter_options)
        peering.requester_options.update(requester_options or {})
        peering.accepter_options.update(accepter_options or {})
        return peering

    def _check_half(self, peering: Peering, side: str, vpc: Any, options: dict[str, Any]) -> None:
        if vpc.owner_id != self.account_id:
            raise not_permitted(
                f"User {self.account_id} does not have permission to modify the {side} side peering options"
            )
        if vpc.region != self.region_name:
            raise not_permitted(
                f"{side.capitalize()}'s VPC peering connection options cannot be modified for a different region"
            )
        classic = [name for name in _CLASSIC_LINK if name in options]
        if classic and peering.crosses_regions:
            raise not_permitted(
                f"Modifying VPC peering connection options {', '.join(classic)} is not supported for cross-region VPC"
                " peering connections"
            )
        if options.get(_DNS):
            _refuse_without_dns(peering)


def _refuse_without_dns(peering: Peering) -> None:
    for vpc in (peering.vpc, peering.peer_vpc):
        if not (vpc.enable_dns_support and vpc.enable_dns_hostnames):
            raise EC2ClientError(
                "InvalidVpcPeeringConnectionState.DnsHostnamesDisabled",
                "To enable DNS hostname resolution for the VPC peering connection, DNS hostname support must be"
                " enabled for the VPCs.",
            )
