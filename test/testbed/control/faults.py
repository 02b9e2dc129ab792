"""``/_testbed/faults`` and ``/_testbed/crashes``."""

from testbed.bed import Bed
from testbed.control.request import ControlRequest, NotThere
from testbed.documents import read, write
from testbed.faults.fault import Fault
from testbed.faults.faults import Injected

#: A poll is answered before clients give up on it.
_LONGEST_POLL_SECONDS = 60


def list_faults(bed: Bed, request: ControlRequest) -> object:
    return {
        "faults": [
            {"id": injected.id, "matched": injected.matched, "hits": injected.hits, **write(injected.fault)}
            for injected in bed.faults.all()
        ]
    }


def inject(bed: Bed, request: ControlRequest) -> object:
    return {"id": bed.faults.inject(read(Fault, request.document, "fault")).id}


def remove_all(bed: Bed, request: ControlRequest) -> object:
    bed.faults.clear()
    return {}


def remove(bed: Bed, request: ControlRequest) -> object:
    if not bed.faults.remove(request.path["id"]):
        raise NotThere(f"There is no fault {request.path['id']}.")
    return {}


def wait_for_crash(bed: Bed, request: ControlRequest) -> object:
    injected = bed.faults.get(request.path["id"])
    if injected is None:
        raise NotThere(f"There is no fault {request.path['id']}.")
    injected.hit.wait(min(request.number("timeout", 30), _LONGEST_POLL_SECONDS))
    return _hit(injected)


def _hit(injected: Injected) -> dict[str, object]:
    if injected.call is None:
        return {"hit": False}
    return {"hit": True, "call": injected.call.to_json()}
