"""``/_testbed/shares``: what the owner of subnets does by AWS RAM, which is not simulated."""

from dataclasses import dataclass

from moto.ec2.models import ec2_backends

from testbed.bed import Bed
from testbed.control.request import ControlRequest, NotThere
from testbed.documents import read, write
from testbed.ec2.shared_subnets import find_subnet


@dataclass(frozen=True)
class Share:
    """The account that may use the subnets from now on."""

    account: str
    subnets: tuple[str, ...]


def share_subnets(bed: Bed, request: ControlRequest) -> object:
    share = read(Share, request.document, "share")
    with bed.lock:
        for subnet_id in share.subnets:
            subnet = find_subnet(subnet_id)
            if subnet is None:
                raise NotThere(f"There is no subnet {subnet_id}.")
            ec2_backends[share.account][subnet.ec2_backend.region_name].receive_subnet(subnet)  # type: ignore[attr-defined]
    return write(share)
