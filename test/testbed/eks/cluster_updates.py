"""UpdateClusterConfig, UpdateClusterVersion and AssociateEncryptionConfig.

https://docs.aws.amazon.com/eks/latest/APIReference/API_UpdateClusterConfig.html
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from testbed.eks.backend import TestbedEksBackend
from testbed.eks.background import Pause
from testbed.eks.cluster import Cluster, describe_logging, read_logging
from testbed.eks.cluster_versions import OFFERED, minor
from testbed.eks.control_plane import apply_access
from testbed.eks.errors import invalid_parameter
from testbed.eks.log_group import ensure_log_group
from testbed.eks.update import Update
from testbed.eks.vpc_config import EVERYWHERE, refuse_single_zone, subnets_of


@dataclass(frozen=True)
class Change:
    """``prepare`` may take long and runs outside the bed's lock; ``apply`` changes the state."""

    apply: Callable[[], object]
    prepare: Callable[[], object] = lambda: None


#: Settings that EKS keeps and answers with, and that change nothing else in the bed.
PLAIN_SETTINGS = {
    "accessConfig": "AccessConfigUpdate",
    "upgradePolicy": "UpgradePolicyUpdate",
    "zonalShiftConfig": "ZonalShiftConfigUpdate",
    "deletionProtection": "DeletionProtectionUpdate",
}
ENDPOINT_KEYS = ("endpointPublicAccess", "endpointPrivateAccess", "publicAccessCidrs")


def update_cluster_config(backend: TestbedEksBackend, cluster: Cluster, request: dict[str, Any]) -> Update:
    """Takes one kind of change on; two kinds in one call are refused."""
    vpc = request.get("resourcesVpcConfig") or {}
    kinds: dict[str, Callable[[], tuple[Update, Change]]] = {}
    if request.get("logging") is not None:
        kinds["logging"] = lambda: _logging(cluster, request["logging"])
    if any(vpc.get(key) is not None for key in ENDPOINT_KEYS):
        kinds["endpoint"] = lambda: _endpoint(cluster, vpc)
    if vpc.get("subnetIds") or vpc.get("securityGroupIds"):
        kinds["network"] = lambda: _network(cluster, vpc)
    for key in PLAIN_SETTINGS:
        if request.get(key) is not None:
            kinds[key] = lambda key=key: _plain(cluster, key, request[key])  # type: ignore[misc]
    if len(kinds) != 1:
        received = f"received {', '.join(kinds)}" if kinds else "none was given"
        raise invalid_parameter(
            f"Exactly one type of update is allowed at a time; {received}", clusterName=cluster.name
        )
    update, change = kinds.popitem()[1]()
    return _run(backend, cluster, update, change)


def update_cluster_version(backend: TestbedEksBackend, cluster: Cluster, version: str) -> Update:
    """One minor version up; nothing else."""
    offered = {item.version for item in OFFERED}
    if version not in offered or minor(version) != minor(cluster.version) + 1:
        raise invalid_parameter(
            f"Unsupported Kubernetes minor version update from {cluster.version} to {version}", clusterName=cluster.name
        )
    _refuse_old_nodes(cluster, version)

    def replace_control_plane() -> None:
        if cluster.control_plane:
            cluster.control_plane.set_version(version)

    update = Update("VersionUpdate", {"Version": version, "PlatformVersion": "eks.5"})
    change = Change(lambda: setattr(cluster, "version", version), replace_control_plane)
    return _run(backend, cluster, update, change)


def associate_encryption_config(backend: TestbedEksBackend, cluster: Cluster, config: list[dict[str, Any]]) -> Update:
    """Encrypts Secrets with a key; it can never be taken back."""
    if cluster.request.get("encryptionConfig"):
        raise invalid_parameter("Encryption is already enabled for this cluster", clusterName=cluster.name)
    update = Update("AssociateEncryptionConfig", {"EncryptionConfig": config})
    return _run(backend, cluster, update, Change(lambda: cluster.request.update(encryptionConfig=config)))


def _logging(cluster: Cluster, logging: dict[str, Any]) -> tuple[Update, Change]:
    wanted = read_logging(cluster.log_types, logging)
    if wanted == cluster.log_types:
        raise invalid_parameter("No changes needed for the logging config provided", clusterName=cluster.name)

    def change() -> None:
        cluster.log_types = wanted
        ensure_log_group(cluster)

    return Update("LoggingUpdate", {"ClusterLogging": describe_logging(wanted)}), Change(change)


def _endpoint(cluster: Cluster, request: dict[str, Any]) -> tuple[Update, Change]:
    vpc = cluster.vpc
    before = (vpc.endpoint_public_access, vpc.endpoint_private_access, vpc.public_access_cidrs)
    public = request.get("endpointPublicAccess", before[0])
    private = request.get("endpointPrivateAccess", before[1])
    cidrs = list(before[2] if request.get("publicAccessCidrs") is None else request["publicAccessCidrs"] or EVERYWHERE)
    if not public and not private:
        raise invalid_parameter("Private and public endpoint access cannot both be false", clusterName=cluster.name)
    if (public, private, sorted(cidrs)) == (before[0], before[1], sorted(before[2])):
        raise invalid_parameter(
            "Cluster is already at the desired configuration with endpointPrivateAccess:"
            f" {str(private).lower()} , endpointPublicAccess: {str(public).lower()}, and Public Endpoint Restrictions:"
            f" [{', '.join(cidrs)}]",
            clusterName=cluster.name,
        )

    def change() -> None:
        vpc.endpoint_public_access, vpc.endpoint_private_access, vpc.public_access_cidrs = public, private, cidrs
        apply_access(cluster)

    params = {"EndpointPublicAccess": public, "EndpointPrivateAccess": private, "PublicAccessCidrs": cidrs}
    return Update("EndpointAccessUpdate", params), Change(change)


def _network(cluster: Cluster, request: dict[str, Any]) -> tuple[Update, Change]:
    vpc = cluster.vpc
    subnet_ids = list(request.get("subnetIds") or vpc.subnet_ids)
    group_ids = list(request.get("securityGroupIds") or vpc.security_group_ids)
    if (sorted(subnet_ids), sorted(group_ids)) == (sorted(vpc.subnet_ids), sorted(vpc.security_group_ids)):
        raise invalid_parameter("No changes needed for the VPC config provided", clusterName=cluster.name)
    subnets = subnets_of(vpc.ec2, subnet_ids)
    refuse_single_zone(subnets)
    if any(subnet.vpc_id != vpc.vpc_id for subnet in subnets):
        raise invalid_parameter("Provided subnets must belong to the VPC of the cluster", clusterName=cluster.name)

    def change() -> None:
        vpc.subnet_ids, vpc.security_group_ids = subnet_ids, group_ids
        vpc.place_control_plane(cluster.name)

    return Update("VpcConfigUpdate", {"Subnets": subnet_ids, "SecurityGroups": group_ids}), Change(change)


def _plain(cluster: Cluster, key: str, value: Any) -> tuple[Update, Change]:
    before = cluster.request.get(key)
    wanted = {**before, **value} if isinstance(before, dict) and isinstance(value, dict) else value
    if wanted == before:
        raise invalid_parameter(f"No changes needed for the {key} provided", clusterName=cluster.name)
    update = Update(PLAIN_SETTINGS[key], {key[0].upper() + key[1:]: wanted})
    return update, Change(lambda: cluster.request.update({key: wanted}))


def _run(backend: TestbedEksBackend, cluster: Cluster, update: Update, change: Change) -> Update:
    cluster.begin(update)
    bed = backend.world.bed

    def work(pause: Pause) -> None:
        failure = bed.settings.failure("update", cluster.name)
        pause(bed.settings.durations.update)
        try:
            if failure:
                update.fail(failure.reason, cluster.name)
                return
            change.prepare()
            with bed.lock:
                change.apply()
                update.status = "Successful"
        finally:
            cluster.status = "ACTIVE"

    backend.background.start(work)
    return update


def _refuse_old_nodes(cluster: Cluster, version: str) -> None:
    """A kubelet may be three minors older than the API server
    (https://kubernetes.io/releases/version-skew-policy/#kubelet)."""
    old = [group.name for group in cluster.nodegroups.values() if minor(version) - minor(group.version) > 3]
    if old:
        raise invalid_parameter(
            f"Nodegroups {', '.join(old)} must be updated to match cluster version {cluster.version} before updating"
            " cluster version",
            clusterName=cluster.name,
        )
