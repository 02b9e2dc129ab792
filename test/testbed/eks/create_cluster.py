"""CreateCluster (https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateCluster.html)."""

from typing import Any

from moto.eks.utils import validate_role_arn

from testbed.eks.access_entry import CLUSTER_ADMIN_POLICY, AccessEntry, AssociatedPolicy
from testbed.eks.backend import TestbedEksBackend
from testbed.eks.background import Pause
from testbed.eks.cluster import Cluster, is_repeated, read_logging
from testbed.eks.cluster_versions import DEFAULT_VERSION, OFFERED
from testbed.eks.control_plane import start_control_plane
from testbed.eks.errors import in_use, invalid_parameter
from testbed.eks.log_group import ensure_log_group
from testbed.eks.vpc_config import read_vpc_config, service_range


def create_cluster(backend: TestbedEksBackend, request: dict[str, Any], creator: str) -> Cluster:
    """Takes the cluster on; it becomes ``ACTIVE`` or ``FAILED`` by itself."""
    name = request["name"]
    known = backend.clusters.get(name)
    if known and is_repeated(known.request, request):
        return known
    if known:
        raise in_use(f"Cluster already exists with name: {name}", clusterName=name)
    validate_role_arn(request["roleArn"])
    version = request.get("version") or DEFAULT_VERSION
    if version not in {offered.version for offered in OFFERED}:
        raise invalid_parameter(f"unsupported Kubernetes version {version}", clusterName=name)
    vpc = read_vpc_config(request["resourcesVpcConfig"], account_id=backend.account_id, region=backend.region_name)
    networking = request.get("kubernetesNetworkConfig") or {}
    cluster = Cluster(
        name=name,
        arn=backend.arn("cluster", name),
        account_id=backend.account_id,
        region=backend.region_name,
        version=version,
        role_arn=request["roleArn"],
        vpc=vpc,
        service_range=service_range(networking.get("serviceIpv4Cidr"), vpc),
        issuer="",
        request={**request, "accessConfig": _access_config(request), "upgradePolicy": _upgrade_policy(request)},
        log_types=read_logging(set(), request.get("logging")),
        tags=dict(request.get("tags") or {}),
    )
    cluster.issuer = backend.world.issuer.address(cluster.unique)
    if cluster.request["accessConfig"]["bootstrapClusterCreatorAdminPermissions"]:
        _admit_creator(backend, cluster, creator)
    backend.clusters[name] = cluster
    backend.background.start(lambda pause: _provision(backend, cluster, pause))
    return cluster


def _access_config(request: dict[str, Any]) -> dict[str, Any]:
    asked = request.get("accessConfig") or {}
    return {
        "bootstrapClusterCreatorAdminPermissions": asked.get("bootstrapClusterCreatorAdminPermissions", True),
        "authenticationMode": asked.get("authenticationMode") or "CONFIG_MAP",
    }


def _upgrade_policy(request: dict[str, Any]) -> dict[str, Any]:
    return {"supportType": (request.get("upgradePolicy") or {}).get("supportType") or "EXTENDED"}


def _admit_creator(backend: TestbedEksBackend, cluster: Cluster, creator: str) -> None:
    entry = AccessEntry.create(backend, cluster, creator)
    entry.policies[CLUSTER_ADMIN_POLICY] = AssociatedPolicy(CLUSTER_ADMIN_POLICY, {"type": "cluster", "namespaces": []})
    cluster.access_entries[creator] = entry


def _provision(backend: TestbedEksBackend, cluster: Cluster, pause: Pause) -> None:
    bed = backend.world.bed
    with bed.lock:
        cluster.vpc.create_security_group(cluster.name, cluster.unique)
        cluster.vpc.place_control_plane(cluster.name)
        ensure_log_group(cluster)
        failure = bed.settings.failure("cluster", cluster.name)
        seconds = bed.settings.durations.cluster
    pause(seconds)
    if failure:
        cluster.status = "FAILED"
        cluster.issues = [{"code": "Other", "message": failure.reason, "resourceIds": [cluster.name]}]
        return
    start_control_plane(cluster, backend.world)
    cluster.status = "ACTIVE"
