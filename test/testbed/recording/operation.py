"""Which operation a request is, with its parameters: read through botocore's models."""

import re
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from urllib.parse import parse_qs

from moto.core.model import OperationModel
from moto.core.parse import PROTOCOL_PARSERS
from moto.core.request import Request, determine_request_protocol
from moto.core.routing import get_service_router
from moto.core.utils import get_service_model

from testbed.recording.message import Environ

#: Names of botocore's models where they differ from the name that is signed for.
_MODELS = {
    "elasticloadbalancing": "elbv2",
    "servicequotas": "service-quotas",
    "monitoring": "cloudwatch",
    "tagging": "resourcegroupstaggingapi",
    "states": "stepfunctions",
    "ses": "ses",
    "email": "ses",
}

#: Operations that change nothing, by the words their names begin with.
_READS = re.compile(
    r"^(Describe|List|Get|Lookup|Search|BatchGet|Estimate|Validate|AssumeRole|Simulate|Decode|Head|Query|Scan)"
)


@dataclass(frozen=True)
class Operation:
    """``protocol`` as botocore names it: ec2, query, json, rest-json, rest-xml."""

    name: str
    protocol: str
    parameters: dict[str, Any] = field(default_factory=dict)

    @property
    def write(self) -> bool:
        return not _READS.match(self.name) and self.parameters.get("DryRun") is not True


def operation_of(environ: Environ, service: str) -> Operation:
    """The body stays readable for the application."""
    try:
        return _known_operation(environ, service)
    except Exception:  # noqa: BLE001 -- whatever botocore does not know is recorded by what its request says
        return Operation(_spoken_name(environ), _spoken_protocol(environ))
    finally:
        environ["wsgi.input"].seek(0)


def _known_operation(environ: Environ, service: str) -> Operation:
    request = Request(environ)
    model, uri_parameters = _router(service, request).match(request)
    protocol = determine_request_protocol(model.service_model, request.content_type)
    return Operation(model.name, protocol, _parameters(model, protocol, request, uri_parameters))


def _router(service: str, request: Request) -> Any:
    # Both generations of load balancers sign for one name; the version of the API tells them apart.
    if service == "elasticloadbalancing" and request.values.get("Version") == "2012-06-01":
        return _known_router("elb")
    return _known_router(_MODELS.get(service, service))


@cache
def _known_router(model: str) -> Any:
    get_service_model(model)
    return get_service_router(model)


def _parameters(model: OperationModel, protocol: str, request: Request, uri: dict[str, Any]) -> dict[str, Any]:
    parser = PROTOCOL_PARSERS[protocol](model, map_type=dict)
    try:
        parsed = parser.parse(
            {
                "method": request.method,
                "values": request.values,
                "headers": request.headers,
                "body": request.data,
                "url_path": request.path,
                "url_params": uri,
            }
        )
    except Exception:  # noqa: BLE001 -- a malformed request is answered by moto; here it only has no parameters
        return {}
    return dict(parsed) if isinstance(parsed, dict) else {}


def _spoken_name(environ: Environ) -> str:
    target = environ.get("HTTP_X_AMZ_TARGET")
    if target:
        return str(target).rsplit(".", 1)[-1]
    environ["wsgi.input"].seek(0)
    form = parse_qs(environ["wsgi.input"].read().decode("utf-8", "replace")) or parse_qs(
        environ.get("QUERY_STRING", "")
    )
    action = form.get("Action")
    # https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2.html names the operation in the path.
    rpc = re.search(r"/operation/(\w+)$", environ.get("PATH_INFO", ""))
    if action:
        return str(action[0])
    return rpc[1] if rpc else f"{environ['REQUEST_METHOD']} {environ.get('PATH_INFO', '')}"


def _spoken_protocol(environ: Environ) -> str:
    if environ.get("HTTP_X_AMZ_TARGET"):
        return "json"
    form = environ.get("CONTENT_TYPE", "").startswith("application/x-www-form-urlencoded")
    return "query" if form else "rest-json"
