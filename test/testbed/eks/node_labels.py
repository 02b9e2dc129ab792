"""Labels and taints of a node group, on the nodes that are there already."""

from typing import Any

from testbed.eks.cluster import Cluster
from testbed.eks.machine_node import kubernetes_taint
from testbed.eks.nodegroup import Nodegroup


def relabel(cluster: Cluster, group: Nodegroup, before: dict[str, Any]) -> None:
    """Brings every node of the group to its labels and taints; those of others stay."""
    labels_before, labels = before.get("labels") or {}, group.request["labels"]
    taints_before, taints = before.get("taints") or [], group.request["taints"]
    if cluster.control_plane is None or (labels_before, taints_before) == (labels, taints):
        return
    gone = [kubernetes_taint(taint) for taint in taints_before]
    for name in group.nodes.values():
        path = f"/api/v1/nodes/{name}"
        node: Any = cluster.control_plane.request("GET", path)
        kept = {key: value for key, value in node["metadata"]["labels"].items() if key not in labels_before}
        foreign = [taint for taint in node["spec"].get("taints", []) if _plain(taint) not in gone]
        node["metadata"]["labels"] = {**kept, **labels}
        node["spec"]["taints"] = [*foreign, *(kubernetes_taint(taint) for taint in taints)]
        cluster.control_plane.request("PUT", path, node)


def _plain(taint: dict[str, str]) -> dict[str, str]:
    return {"key": taint["key"], "value": taint.get("value", ""), "effect": taint["effect"]}
