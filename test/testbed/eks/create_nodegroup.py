"""CreateNodegroup (https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateNodegroup.html)."""

from typing import Any

from moto.ec2.models import ec2_backends

from testbed.eks.access_entry import AccessEntry
from testbed.eks.backend import TestbedEksBackend, unique_id
from testbed.eks.background import Pause
from testbed.eks.cluster import Cluster, is_repeated
from testbed.eks.cluster_versions import release_version
from testbed.eks.errors import in_use, invalid_parameter, invalid_request
from testbed.eks.machines import Machines
from testbed.eks.nodegroup import Nodegroup
from testbed.eks.vpc_config import subnets_of

DEFAULTS = {
    "capacityType": "ON_DEMAND",
    "amiType": "AL2023_x86_64_STANDARD",
    "instanceTypes": ["t3.medium"],
    "labels": {},
    "taints": [],
    "tags": {},
    "updateConfig": {"maxUnavailable": 1},
    "nodeRepairConfig": {"enabled": False},
}


def create_nodegroup(backend: TestbedEksBackend, cluster: Cluster, request: dict[str, Any]) -> Nodegroup:
    """Takes the group on; it becomes ``ACTIVE`` or ``CREATE_FAILED`` by itself."""
    name = request["nodegroupName"]
    if cluster.status != "ACTIVE":
        raise invalid_request(f"Cluster '{cluster.name}' is not in ACTIVE status", clusterName=cluster.name)
    known = cluster.nodegroups.get(name)
    if known and is_repeated(known.request, request):
        return known
    if known:
        raise in_use(
            f"NodeGroup already exists with name {name} and cluster name {cluster.name}",
            clusterName=cluster.name,
            nodegroupName=name,
        )
    version = request.get("version") or cluster.version
    group = Nodegroup(
        name=name,
        cluster_name=cluster.name,
        arn=backend.arn("nodegroup", cluster.name, name, unique_id()),
        version=version,
        release_version=request.get("releaseVersion") or release_version(version),
        request={**DEFAULTS, **{key: value for key, value in request.items() if value is not None}},
    )
    group.request["scalingConfig"] = _scaling(request.get("scalingConfig") or {})
    group.request["launchTemplate"] = resolve_launch_template(cluster, request.get("launchTemplate"))
    subnets = subnets_of(cluster.vpc.ec2, request["subnets"])
    if any(subnet.vpc_id != cluster.vpc.vpc_id for subnet in subnets):
        raise invalid_parameter(
            "Subnets of the nodegroup must belong to the VPC of the cluster", clusterName=cluster.name
        )
    cluster.nodegroups[name] = group
    _admit_nodes(backend, cluster, request["nodeRole"])
    backend.background.start(lambda pause: _provision(backend, cluster, group, pause))
    return group


def resolve_launch_template(cluster: Cluster, asked: dict[str, Any] | None) -> dict[str, Any] | None:
    """The template by id, name and number: EKS answers with all three."""
    if not asked:
        return None
    ec2 = ec2_backends[cluster.account_id][cluster.region]
    template = (
        ec2.get_launch_template(asked["id"]) if asked.get("id") else ec2.get_launch_template_by_name(asked["name"])
    )
    version = template.get_version(asked.get("version") or "$Default")
    return {"id": template.id, "name": template.name, "version": str(version.number)}


def _scaling(asked: dict[str, int]) -> dict[str, int]:
    minimum = asked.get("minSize", 1)
    desired = asked.get("desiredSize", max(minimum, 2 if not asked else minimum))
    maximum = asked.get("maxSize", max(desired, 2))
    refuse_impossible_sizes(scaling := {"minSize": minimum, "maxSize": maximum, "desiredSize": desired})
    return scaling


def refuse_impossible_sizes(scaling: dict[str, int]) -> None:
    minimum, desired, maximum = (scaling[key] for key in ("minSize", "desiredSize", "maxSize"))
    if minimum > maximum:
        raise invalid_parameter(f"Minimum capacity {minimum} can't be greater than maximum size {maximum}")
    if desired < minimum:
        raise invalid_parameter(f"Minimum capacity {minimum} can't be greater than desired size {desired}")
    if desired > maximum:
        raise invalid_parameter(f"Desired capacity {desired} can't be greater than max size {maximum}")


def _admit_nodes(backend: TestbedEksBackend, cluster: Cluster, role_arn: str) -> None:
    """EKS makes the access entry of a managed group's role itself."""
    if cluster.authentication_mode != "CONFIG_MAP" and role_arn not in cluster.access_entries:
        entry = AccessEntry.create(backend, cluster, role_arn)
        entry.type = "EC2_LINUX"
        cluster.access_entries[role_arn] = entry


def _provision(backend: TestbedEksBackend, cluster: Cluster, group: Nodegroup, pause: Pause) -> None:
    bed = backend.world.bed
    machines = Machines(cluster, group)
    with bed.lock:
        failure = bed.settings.failure("nodegroup", group.name)
        seconds = bed.settings.durations.nodegroup
        machines.prepare()
        instances = machines.launch(group.scaling["desiredSize"])
    pause(seconds)
    if failure:
        group.fail("CREATE_FAILED", "NodeCreationFailure", failure.reason)
        return
    machines.join(instances)
    group.status = "ACTIVE"
