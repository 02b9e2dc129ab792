"""Where the traffic of each port goes: the ready pods, or every node."""

from typing import Any
from urllib.parse import quote

from testbed.kubernetes.api import Api
from testbed.kubernetes.load_balancers.wanted import Wanted

Targets = dict[int, set[tuple[str, int]]]
"""By port of the Service: an address or an instance, and the port there."""


def find_targets(api: Api, wish: Wanted) -> Targets:
    """What a controller would register now."""
    return _pods(api, wish) if wish.target_type == "ip" else _instances(api, wish)


def _pods(api: Api, wish: Wanted) -> Targets:
    query = quote(f"kubernetes.io/service-name={wish.name}")
    path = f"/apis/discovery.k8s.io/v1/namespaces/{wish.namespace}/endpointslices"
    slices = api.request("GET", f"{path}?labelSelector={query}")["items"]
    return {
        port.port: {
            (address, number)
            for each in slices
            for number in _numbers(each, port.name)
            for endpoint in each.get("endpoints") or []
            if endpoint.get("conditions", {}).get("ready")
            for address in endpoint["addresses"]
        }
        for port in wish.ports
    }


def _numbers(endpoint_slice: dict[str, Any], name: str) -> list[int]:
    ports = endpoint_slice.get("ports") or []
    return [port["port"] for port in ports if port.get("name", "") == name]


def _instances(api: Api, wish: Wanted) -> Targets:
    nodes = api.request("GET", "/api/v1/nodes")["items"]
    instances = [node["spec"]["providerID"].rsplit("/", 1)[1] for node in nodes if _takes_traffic(node)]
    return {port.port: {(instance, port.node_port) for instance in instances} for port in wish.ports}


def _takes_traffic(node: dict[str, Any]) -> bool:
    excluded = "node.kubernetes.io/exclude-from-external-load-balancers"
    conditions = node["status"].get("conditions", [])
    ready = any(each["type"] == "Ready" and each["status"] == "True" for each in conditions)
    return ready and excluded not in node["metadata"].get("labels", {})
