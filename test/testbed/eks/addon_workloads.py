"""What an add-on runs in Kubernetes: enough of it that pods are there and have a place."""

from typing import Any

from testbed.eks.addon import Addon
from testbed.eks.addon_catalog import Workload
from testbed.eks.corefile import corefile
from testbed.eks.metrics_api import metrics_api
from testbed.kubernetes.api import ApiError

NOT_FOUND = 404


def install_workloads(addon: Addon) -> None:
    """Applies them; a second time only changes the images."""
    control_plane = addon.cluster.control_plane
    if control_plane is None:
        return
    if addon.namespace != "kube-system":
        control_plane.apply({"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": addon.namespace}})
    accounts = {account for account, _ in addon.offered.policies} | {work.name for work in addon.offered.workloads}
    for account in sorted(accounts):
        metadata = {"name": account, "namespace": addon.namespace}
        control_plane.apply({"apiVersion": "v1", "kind": "ServiceAccount", "metadata": metadata})
    for manifest in _manifests(addon):
        control_plane.apply(manifest)


def remove_workloads(addon: Addon) -> None:
    control_plane = addon.cluster.control_plane
    if control_plane is None:
        return
    for manifest in _manifests(addon):
        try:
            control_plane.request("DELETE", control_plane.api().path(manifest))
        except ApiError as error:
            # eksctl removes aws-node itself before it deletes a cluster.
            if error.status != NOT_FOUND:
                raise


def _manifests(addon: Addon) -> list[dict[str, Any]]:
    workloads = [_manifest(addon, workload) for workload in addon.offered.workloads]
    if addon.name == "metrics-server":
        return [*workloads, *metrics_api(_own_label(addon.offered.workloads[0]))]
    if addon.name == "coredns":
        return [*workloads, corefile(addon.configuration_values)]
    return workloads


def _own_label(workload: Workload) -> dict[str, str]:
    return {"k8s-app": workload.label or workload.name}


def _manifest(addon: Addon, workload: Workload) -> dict[str, Any]:
    own = _own_label(workload)
    labels = {**own, "app.kubernetes.io/name": workload.name}
    spec: dict[str, Any] = {
        "selector": {"matchLabels": own},
        "template": {
            "metadata": {"labels": labels},
            "spec": {
                "serviceAccountName": workload.name,
                "priorityClassName": "system-cluster-critical",
                "containers": [_container(addon, workload)],
                # System pods come first on a new node and last off a leaving one.
                "tolerations": [{"operator": "Exists"}] if workload.kind == "DaemonSet" else [],
            },
        },
    }
    if workload.kind == "Deployment":
        spec["replicas"] = workload.replicas
    return {
        "apiVersion": "apps/v1",
        "kind": workload.kind,
        "metadata": {"name": workload.name, "namespace": addon.namespace, "labels": labels},
        "spec": spec,
    }


def _container(addon: Addon, workload: Workload) -> dict[str, Any]:
    registry = f"602401143452.dkr.ecr.{addon.cluster.region}.amazonaws.com/eks"
    return {
        "name": workload.name,
        "image": f"{registry}/{addon.name}:{addon.version}",
        "resources": {"requests": {"cpu": "50m", "memory": "64Mi"}},
    }
