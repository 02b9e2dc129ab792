"""The operations of peering connections."""

from typing import Any

from moto.core.responses import ActionResult
from moto.ec2.models import ec2_backends
from moto.ec2.responses import EC2Response
from moto.ec2.utils import generic_filter

from testbed.ec2.errors import invalid_value
from testbed.ec2.paging import page
from testbed.ec2.peering import Peering
from testbed.ec2.peering_view import PeeringView
from testbed.ec2.remote_vpc import RemoteVpc
from testbed.ec2.visibility import visibility


class PeeringResponse(EC2Response):
    def create_vpc_peering_connection(self) -> ActionResult:
        tags = self._parse_tag_specification("vpc-peering-connection").get("vpc-peering-connection", {})
        vpc = self.ec2_backend.get_vpc(self._get_param("VpcId"))
        peering = self.ec2_backend.create_vpc_peering_connection(vpc, self._peer_vpc(), tags)
        visibility.hide(peering.id)
        return ActionResult({"VpcPeeringConnection": self._view(peering)})

    def _peer_vpc(self) -> Any:
        vpc_id = self._get_param("PeerVpcId")
        account = self._get_param("PeerOwnerId") or self.current_account
        region = self._get_param("PeerRegion") or self.region
        if region not in ec2_backends[account]:
            raise invalid_value(f"Invalid peer region: {region}")
        backend = ec2_backends[account][region]
        if vpc_id not in backend.vpcs and account != self.current_account:
            # Whether another account has this VPC is not told; the request fails a little later.
            return RemoteVpc(vpc_id, account, region)
        return backend.get_vpc(vpc_id)

    def describe_vpc_peering_connections(self) -> ActionResult:
        peerings = self.ec2_backend.describe_vpc_peering_connections(self._get_param("VpcPeeringConnectionIds", []))
        views = [self._view(peering) for peering in peerings if not visibility.is_hidden(peering.id)]
        found = generic_filter(self._filters_from_querystring(), views)
        return ActionResult(page(self, "VpcPeeringConnections", found))

    def accept_vpc_peering_connection(self) -> ActionResult:
        peering = self.ec2_backend.accept_vpc_peering_connection(self._get_param("VpcPeeringConnectionId"))
        return ActionResult({"VpcPeeringConnection": self._view(peering)})

    def reject_vpc_peering_connection(self) -> ActionResult:
        self.ec2_backend.reject_vpc_peering_connection(self._get_param("VpcPeeringConnectionId"))
        return ActionResult({"Return": True})

    def delete_vpc_peering_connection(self) -> ActionResult:
        self.ec2_backend.delete_vpc_peering_connection(self._get_param("VpcPeeringConnectionId"))
        return ActionResult({"Return": True})

    def modify_vpc_peering_connection_options(self) -> ActionResult:
        halves = {
            side: self._get_param(f"{side}PeeringConnectionOptions") or None for side in ("Accepter", "Requester")
        }
        peering = self.ec2_backend.modify_vpc_peering_connection_options(
            self._get_param("VpcPeeringConnectionId"), halves["Accepter"], halves["Requester"]
        )
        options = {"Accepter": peering.accepter_options, "Requester": peering.requester_options}
        given = {f"{side}PeeringConnectionOptions": options[side] for side, half in halves.items() if half}
        return ActionResult(given)

    def _view(self, peering: Peering) -> PeeringView:
        return PeeringView(peering, self.ec2_backend)
