"""Routes of the control API; each handler takes a request and returns what is answered as JSON."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import parse_qs

from testbed.bed import Bed
from testbed.control import calls, faults, peerings, shares
from testbed.control.request import ControlRequest, NotThere
from testbed.documents import InvalidDocument, merge, read, write
from testbed.kubernetes import Containers, set_containers
from testbed.kubernetes.access import Caller
from testbed.recording.message import Answer, Environ

Handler = Callable[[Bed, ControlRequest], object]


@dataclass(frozen=True)
class Route:
    method: str
    path: re.Pattern[str]
    handle: Handler


@dataclass(frozen=True)
class Controllers:
    paused: bool


def _change_settings(bed: Bed, request: ControlRequest) -> object:
    bed.settings = merge(bed.settings, request.document, "settings")
    return write(bed.settings)


def _move_callers(bed: Bed, request: ControlRequest) -> object:
    bed.move(read(Caller, request.document, "callers"))
    return write(bed.caller)


def _pause_controllers(bed: Bed, request: ControlRequest) -> object:
    controllers = read(Controllers, request.document, "controllers")
    bed.pause_controllers(controllers.paused)
    return write(controllers)


def _furnish_containers(bed: Bed, request: ControlRequest) -> object:
    containers = read(Containers, request.document, "containers")
    set_containers(containers)
    return write(containers)


def _reset(bed: Bed, request: ControlRequest) -> object:
    bed.reset()
    return {}


def _route(method: str, path: str, handle: Handler) -> Route:
    return Route(method, re.compile(f"/_testbed/{path}"), handle)


ROUTES = (
    _route("GET", "calls", calls.list_calls),
    _route("DELETE", "calls", calls.forget_calls),
    _route("GET", "faults", faults.list_faults),
    _route("POST", "faults", faults.inject),
    _route("DELETE", "faults", faults.remove_all),
    _route("DELETE", "faults/(?P<id>[^/]+)", faults.remove),
    _route("GET", "crashes/(?P<id>[^/]+)", faults.wait_for_crash),
    _route("PUT", "settings", _change_settings),
    _route("PUT", "callers", _move_callers),
    _route("PUT", "controllers", _pause_controllers),
    _route("PUT", "containers", _furnish_containers),
    _route("PATCH", "peerings/(?P<id>[^/]+)", peerings.set_status),
    _route("POST", "shares", shares.share_subnets),
    _route("POST", "reset", _reset),
)


class Control:
    def __init__(self, bed: Bed):
        self._bed = bed

    def answer(self, environ: Environ, body: bytes) -> Answer:
        method, path = environ["REQUEST_METHOD"], environ["PATH_INFO"]
        try:
            for route in ROUTES:
                match = route.path.fullmatch(path)
                if match and route.method == method:
                    request = ControlRequest(_parse(body), parse_qs(environ.get("QUERY_STRING", "")), match.groupdict())
                    return _json(200, route.handle(self._bed, request))
        except InvalidDocument as error:
            return _json(400, {"error": str(error)})
        except NotThere as error:
            return _json(404, {"error": str(error)})
        return _json(404, {"error": f"The control API has no {method} {path}."})


def _parse(body: bytes) -> object:
    try:
        return json.loads(body or b"{}")
    except ValueError as error:
        raise InvalidDocument(f"The body should be JSON: {error}") from error


def _json(status: int, document: object) -> Answer:
    body = json.dumps(document).encode()
    return Answer(status, body, [("content-type", "application/json"), ("content-length", str(len(body)))])
