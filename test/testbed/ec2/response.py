"""EC2's operations: moto's, and before them the strict ones."""

from moto.core.common_types import TYPE_RESPONSE
from moto.core.exceptions import ServiceException
from moto.core.responses import ActionResult

from testbed.ec2.more_listings import MoreListings
from testbed.ec2.peering_response import PeeringResponse
from testbed.ec2.route_response import RouteResponse
from testbed.ec2.security_group_response import SecurityGroupResponse
from testbed.ec2.visibility import visibility


class TestbedEc2Response(PeeringResponse, RouteResponse, SecurityGroupResponse, MoreListings):
    def call_action(self) -> TYPE_RESPONSE:
        try:
            # moto knows of dry runs in some operations only, and carries out the others.
            self.error_on_dryrun()
            visibility.refuse_hidden(self.params)
        except ServiceException as error:
            status, headers, body = self.serialized(ActionResult(error))
            return status, headers, body
        return super().call_action()
