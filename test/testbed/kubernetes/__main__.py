"""Clusters for this folder's own tests: ``python -m testbed.kubernetes``.

Reads one JSON object a line, ``{"call": NAME, "cluster": NAME, "with": {…}}``, and answers each with one line.
Ends when its stdin closes.
"""

import json
import sys
from collections.abc import Callable
from typing import Any

from testbed import ec2, elbv2, kubernetes
from testbed.bed import Bed
from testbed.documents import read
from testbed.kubernetes import Caller, Containers, ControlPlane, Identity, LoadBalancers, Node
from testbed.server import listen, serve

TOKENS = {
    "administrator-token": Identity("arn:aws:iam::111111111111:role/admin", ("system:masters",)),
    "nobody-token": Identity("arn:aws:iam::111111111111:role/nobody"),
}

bed = Bed()
clusters: dict[str, ControlPlane] = {}


def serve_aws() -> str:
    """For clusters with load balancers: the address of AWS without EKS."""
    ec2.install(bed)
    elbv2.install(bed)
    serve(listen(bed))
    return bed.url


def start(name: str, version: str, place: dict[str, str] | None = None) -> dict[str, object]:
    plane = kubernetes.start(
        name=name,
        version=version,
        authenticate=lambda cluster, token: TOKENS.get(token),
        load_balancers=LoadBalancers(**place, cluster=name, lock=bed.lock) if place else None,
    )
    clusters[name] = plane
    return {
        "endpoint": plane.endpoint,
        "certificateAuthority": plane.certificate_authority,
        "processGroup": plane.process_group,
    }


def set_caller(**caller: Any) -> None:
    kubernetes.set_caller(Caller(**caller))


def set_containers(**containers: Any) -> None:
    kubernetes.set_containers(read(Containers, containers, "containers"))


def add_node(plane: ControlPlane, node: dict[str, Any]) -> None:
    plane.add_node(Node(**{**node, "taints": tuple(node["taints"])}))


ON_CLUSTER: dict[str, Callable[..., Any]] = {
    "add_node": add_node,
    "apply": ControlPlane.apply,
    "drain_node": ControlPlane.drain_node,
    "remove_node": ControlPlane.remove_node,
    "request": ControlPlane.request,
    "set_access": ControlPlane.set_access,
    "set_version": ControlPlane.set_version,
    "stop": ControlPlane.stop,
    "wait_ready": ControlPlane.wait_ready,
}

ON_BED: dict[str, Callable[..., Any]] = {
    "serve_aws": serve_aws,
    "set_caller": set_caller,
    "set_containers": set_containers,
    "start": start,
}


def answer(line: str) -> dict[str, Any]:
    order = json.loads(line)
    name, arguments = order["call"], order.get("with", {})
    try:
        if name in ON_BED:
            return {"result": ON_BED[name](**arguments)}
        return {"result": ON_CLUSTER[name](clusters[order["cluster"]], **arguments)}
    # The test reads what went wrong.
    except Exception as error:
        return {"error": f"{type(error).__name__}: {error}", "cause": str(error.__cause__)}


def main() -> None:
    for line in sys.stdin:
        print(json.dumps(answer(line)), flush=True)
    kubernetes.stop_all()


if __name__ == "__main__":
    main()
