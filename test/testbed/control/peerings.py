"""``/_testbed/peerings/ID``: what only time or another person does to a peering connection."""

from dataclasses import dataclass

from testbed.bed import Bed
from testbed.control.request import ControlRequest, NotThere
from testbed.documents import InvalidDocument, read
from testbed.ec2.peering import Status, find_peering


@dataclass(frozen=True)
class Change:
    status: str


def set_status(bed: Bed, request: ControlRequest) -> object:
    change = read(Change, request.document, "peering")
    if change.status not in {status.value for status in Status}:
        raise InvalidDocument(f"status should be one of {', '.join(Status)}, received {change.status}.")
    with bed.lock:
        peering = find_peering(request.path["id"])
        if peering is None:
            raise NotThere(f"There is no peering connection {request.path['id']}.")
        peering.become(Status(change.status))
    return {"status": change.status}
