"""Attachments to a transit gateway of another account, which shares it with every account here.

https://docs.aws.amazon.com/vpc/latest/tgw/transit-gateway-share.html
"""

from typing import Any

from moto.ec2.models import EC2Backend, ec2_backends
from moto.ec2.models.transit_gateway_attachments import TransitGatewayVpcAttachment


class SharedTransitGateways(EC2Backend):
    def create_transit_gateway_vpc_attachment(
        self, transit_gateway_id: str, vpc_id: str, subnet_ids: list[str], tags: Any = None, options: Any = None
    ) -> Any:
        """The owner of the gateway sees the attachment too; its route tables are the owner's alone."""
        gateway = self._shared_gateway(transit_gateway_id)
        if gateway is None:
            return super().create_transit_gateway_vpc_attachment(transit_gateway_id, vpc_id, subnet_ids, tags, options)
        # Whom it is shared with may name it as the target of routes.
        self.transit_gateways[transit_gateway_id] = gateway
        attachment = TransitGatewayVpcAttachment(
            self, transit_gateway=gateway, tags=tags, vpc_id=vpc_id, subnet_ids=subnet_ids, options=options
        )
        owner = gateway.ec2_backend
        for backend in (self, owner):
            backend.transit_gateway_attachments[attachment.id] = attachment
        owner.set_route_table_association(attachment.id, attachment.transit_gateway_route_table.id)
        return attachment

    def _shared_gateway(self, transit_gateway_id: str) -> Any:
        """The gateway of another account; ``None`` where it is one's own or nobody's."""
        everywhere = [regions[self.region_name].transit_gateways for regions in ec2_backends.values()]
        found = next((gateways[transit_gateway_id] for gateways in everywhere if transit_gateway_id in gateways), None)
        return None if found is None or found.ec2_backend is self else found
