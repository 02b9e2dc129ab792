"""DeleteCluster (https://docs.aws.amazon.com/eks/latest/APIReference/API_DeleteCluster.html)."""

from testbed.eks.backend import TestbedEksBackend
from testbed.eks.background import Pause
from testbed.eks.cluster import Cluster
from testbed.eks.control_plane import stop_control_plane
from testbed.eks.errors import in_use, invalid_request


def delete_cluster(backend: TestbedEksBackend, name: str) -> Cluster:
    """Takes the deletion on; the cluster is gone by itself some time later."""
    cluster = backend.cluster(name)
    if cluster.nodegroups:
        names = ",".join(cluster.nodegroups)
        raise in_use("Cluster has nodegroups attached", clusterName=name, nodegroupName=names)
    if cluster.fargate_profiles:
        raise in_use("Cluster has Fargate profiles attached", clusterName=name)
    if cluster.status in ("CREATING", "UPDATING", "DELETING"):
        raise in_use(f"Cluster is currently in {cluster.status} state", clusterName=name)
    if cluster.request.get("deletionProtection"):
        raise invalid_request(f"Cannot delete cluster {name}: deletion protection is enabled", clusterName=name)
    cluster.status = "DELETING"
    backend.background.start(lambda pause: _remove(backend, cluster, pause))
    return cluster


def _remove(backend: TestbedEksBackend, cluster: Cluster, pause: Pause) -> None:
    pause(backend.world.bed.settings.durations.delete)
    stop_control_plane(cluster)
    with backend.world.bed.lock:
        cluster.vpc.remove()
        backend.clusters.pop(cluster.name, None)
