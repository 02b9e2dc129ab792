"""``/_testbed/calls``: the recording."""

from testbed.bed import Bed
from testbed.control.request import ControlRequest


def list_calls(bed: Bed, request: ControlRequest) -> object:
    after = int(request.number("after", 0))
    return {"calls": [call.to_json() for call in bed.recorder.calls(after)]}


def forget_calls(bed: Bed, request: ControlRequest) -> object:
    bed.recorder.clear()
    return {}
