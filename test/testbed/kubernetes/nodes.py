"""What happens to the nodes of a cluster and the pods on them."""

from typing import Any
from urllib.parse import urlencode

from testbed.kubernetes.api import Api, ApiError
from testbed.kubernetes.node import Node

TOO_MANY_REQUESTS = 429
NOT_FOUND = 404

Pod = dict[str, Any]


def add(api: Api, node: Node) -> None:
    """Registers the node, as its kubelet does."""
    api.request("POST", "/api/v1/nodes", node.manifest())


def remove(api: Api, name: str) -> None:
    """Deletes the node first, so that nothing is scheduled on it again."""
    _delete(api, f"/api/v1/nodes/{name}")
    for pod in _pods(api, name):
        _delete(api, f"{_path(pod)}?gracePeriodSeconds=0")


def drain(api: Api, name: str) -> list[str]:
    """One round; a 429 is how the API says that a PodDisruptionBudget forbids the eviction."""
    api.patch(f"/api/v1/nodes/{name}", {"spec": {"unschedulable": True}})
    return [_title(pod) for pod in _pods(api, name) if _evictable(pod) and not _evict(api, pod)]


def _evict(api: Api, pod: Pod) -> bool:
    metadata = {key: pod["metadata"][key] for key in ("name", "namespace")}
    body = {"apiVersion": "policy/v1", "kind": "Eviction", "metadata": metadata}
    try:
        api.request("POST", f"{_path(pod)}/eviction", body)
    except ApiError as error:
        if error.status not in (TOO_MANY_REQUESTS, NOT_FOUND):
            raise
        return error.status == NOT_FOUND
    return True


def _evictable(pod: Pod) -> bool:
    owners = pod["metadata"].get("ownerReferences", [])
    return all(owner["kind"] != "DaemonSet" for owner in owners)


def _pods(api: Api, node: str) -> list[Pod]:
    query = urlencode({"fieldSelector": f"spec.nodeName={node}"})
    pods: list[Pod] = api.request("GET", f"/api/v1/pods?{query}")["items"]
    return pods


def _delete(api: Api, path: str) -> None:
    try:
        api.request("DELETE", path)
    except ApiError as error:
        if error.status != NOT_FOUND:
            raise


def _path(pod: Pod) -> str:
    metadata = pod["metadata"]
    return f"/api/v1/namespaces/{metadata['namespace']}/pods/{metadata['name']}"


def _title(pod: Pod) -> str:
    return f"{pod['metadata']['namespace']}/{pod['metadata']['name']}"
