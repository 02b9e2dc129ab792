"""What an add-on runs in Kubernetes: enough of it that pods are there and have a place."""

from typing import Any

from testbed.eks.addon import Addon
from testbed.eks.addon_catalog import Workload
from testbed.kubernetes.api import ApiError

NOT_FOUND = 404
_PATHS = {"DaemonSet": "daemonsets", "Deployment": "deployments"}


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
    for workload in addon.offered.workloads:
        control_plane.apply(_manifest(addon, workload))


def remove_workloads(addon: Addon) -> None:
    control_plane = addon.cluster.control_plane
    if control_plane is None:
        return
    for workload in addon.offered.workloads:
        path = f"/apis/apps/v1/namespaces/{addon.namespace}/{_PATHS[workload.kind]}/{workload.name}"
        try:
            control_plane.request("DELETE", path)
        except ApiError as error:
            # eksctl removes aws-node itself before it deletes a cluster.
            if error.status != NOT_FOUND:
                raise


def _manifest(addon: Addon, workload: Workload) -> dict[str, Any]:
    labels = {"k8s-app": workload.name, "app.kubernetes.io/name": workload.name}
    spec: dict[str, Any] = {
        "selector": {"matchLabels": {"k8s-app": workload.name}},
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
