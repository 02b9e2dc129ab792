"""UpdateNodegroupConfig, UpdateNodegroupVersion and DeleteNodegroup.

https://docs.aws.amazon.com/eks/latest/APIReference/API_UpdateNodegroupConfig.html
"""

from collections.abc import Callable
from typing import Any

from moto.core.utils import utcnow

from testbed.eks.backend import TestbedEksBackend
from testbed.eks.background import Pause
from testbed.eks.cluster import Cluster
from testbed.eks.cluster_versions import minor, release_version
from testbed.eks.create_nodegroup import refuse_impossible_sizes, resolve_launch_template
from testbed.eks.errors import in_use, invalid_parameter, not_found
from testbed.eks.machines import Machines
from testbed.eks.node_labels import relabel
from testbed.eks.nodegroup import Nodegroup
from testbed.eks.update import Update


class UpdateFailed(Exception):
    """The update came to an end that AWS tells; the group lives on."""


def find_nodegroup(cluster: Cluster, name: str) -> Nodegroup:
    group = cluster.nodegroups.get(name)
    if group is None:
        raise not_found(f"No node group found for name: {name}.", clusterName=cluster.name, nodegroupName=name)
    return group


def update_nodegroup_config(backend: TestbedEksBackend, cluster: Cluster, request: dict[str, Any]) -> Update:
    """Sizes, labels, taints, and how updates and repairs go."""
    group = find_nodegroup(cluster, request["nodegroupName"])
    wanted = {
        "scalingConfig": {**group.scaling, **(request.get("scalingConfig") or {})},
        "labels": _labels(group, request.get("labels") or {}),
        "taints": _taints(group, request.get("taints") or {}),
        "updateConfig": request.get("updateConfig") or group.request["updateConfig"],
        "nodeRepairConfig": request.get("nodeRepairConfig") or group.request["nodeRepairConfig"],
    }
    refuse_impossible_sizes(wanted["scalingConfig"])
    update = Update("ConfigUpdate", _params(request))

    def change(pause: Pause) -> None:
        before = dict(group.request)
        group.request.update(wanted)
        _resize(backend, Machines(cluster, group), pause)
        relabel(cluster, group, before)

    return _run(backend, cluster, group, update, change)


def update_nodegroup_version(backend: TestbedEksBackend, cluster: Cluster, request: dict[str, Any]) -> Update:
    """Replaces every machine by one of the newer image or launch template."""
    group = find_nodegroup(cluster, request["nodegroupName"])
    asked = request.get("releaseVersion")
    version = request.get("version") or (".".join(asked.split(".")[:2]) if asked else group.version)
    if minor(version) > minor(cluster.version):
        raise invalid_parameter(
            f"Nodegroup Kubernetes version {version} should be equal to or lower than cluster's {cluster.version}",
            clusterName=cluster.name,
            nodegroupName=group.name,
        )
    if minor(version) < minor(group.version):
        raise invalid_parameter(f"Nodegroup version cannot be lowered from {group.version} to {version}")
    release = asked or release_version(version)
    template = resolve_launch_template(cluster, request.get("launchTemplate")) or group.request["launchTemplate"]
    update = Update("VersionUpdate", {"Version": version, "ReleaseVersion": release})

    def change(pause: Pause) -> None:
        if (version, release, template) == (group.version, group.release_version, group.request["launchTemplate"]):
            return
        group.version, group.release_version, group.request["launchTemplate"] = version, release, template
        _replace_machines(backend, Machines(cluster, group), pause, force=bool(request.get("force")))

    return _run(backend, cluster, group, update, change)


def delete_nodegroup(backend: TestbedEksBackend, cluster: Cluster, name: str) -> Nodegroup:
    """Drains and removes every node; the group is gone by itself some time later."""
    group = find_nodegroup(cluster, name)
    if group.status in ("CREATING", "UPDATING", "DELETING"):
        raise in_use(
            f"Nodegroup {name} is currently in {group.status} state", clusterName=cluster.name, nodegroupName=name
        )
    group.status = "DELETING"
    machines = Machines(cluster, group)
    bed = backend.world.bed

    def work(pause: Pause) -> None:
        pause(bed.settings.durations.delete)
        # Whoever still protects a pod is overruled in the end.
        machines.drain([*group.nodes], pause)
        machines.leave([*group.nodes])
        with bed.lock:
            machines.remove()
            del cluster.nodegroups[name]
            roles = {other.request["nodeRole"] for other in cluster.nodegroups.values()}
            if group.request["nodeRole"] not in roles:
                cluster.access_entries.pop(group.request["nodeRole"], None)

    backend.background.start(work)
    return group


def _run(
    backend: TestbedEksBackend, cluster: Cluster, group: Nodegroup, update: Update, change: Callable[[Pause], None]
) -> Update:
    group.begin(update)
    cluster.updates.append(update)
    bed = backend.world.bed

    def work(pause: Pause) -> None:
        failure = bed.settings.failure("update", group.name)
        pause(bed.settings.durations.update)
        try:
            if failure:
                raise UpdateFailed(failure.reason)
            change(pause)
            update.status = "Successful"
        except UpdateFailed as error:
            update.fail(str(error), group.name)
        finally:
            group.modified_at = utcnow()
            group.status = "ACTIVE"

    backend.background.start(work)
    return update


def _resize(backend: TestbedEksBackend, machines: Machines, pause: Pause) -> None:
    lock = backend.world.bed.lock
    difference = machines.group.scaling["desiredSize"] - len(machines.group.nodes)
    with lock:
        machines.set_sizes()
        started = machines.launch(max(difference, 0))
        leaving = machines.surplus(max(-difference, 0))
    machines.join(started)
    machines.drain(leaving, pause)
    machines.leave(leaving)
    with lock:
        machines.terminate(leaving)


def _replace_machines(backend: TestbedEksBackend, machines: Machines, pause: Pause, *, force: bool) -> None:
    """One machine more first, then one less, as EKS does
    (https://docs.aws.amazon.com/eks/latest/userguide/managed-node-update-behavior.html)."""
    lock = backend.world.bed.lock
    for old in [*machines.group.nodes]:
        with lock:
            started = machines.launch(1)
        machines.join(started)
        protected = machines.drain([old], pause)
        if protected and not force:
            raise UpdateFailed(f"PodEvictionFailure: Reached max retries while trying to evict pods {protected}")
        machines.leave([old])
        with lock:
            machines.terminate([old])


def _labels(group: Nodegroup, change: dict[str, Any]) -> dict[str, str]:
    kept = {
        key: value for key, value in group.request["labels"].items() if key not in (change.get("removeLabels") or [])
    }
    return {**kept, **(change.get("addOrUpdateLabels") or {})}


def _taints(group: Nodegroup, change: dict[str, Any]) -> list[dict[str, str]]:
    def identity(taint: dict[str, str]) -> tuple[str, str]:
        return taint["key"], taint["effect"]

    gone = {identity(taint) for taint in change.get("removeTaints") or []}
    added = {identity(taint): taint for taint in change.get("addOrUpdateTaints") or []}
    kept = {identity(taint): taint for taint in group.request["taints"] if identity(taint) not in gone}
    return [*{**kept, **added}.values()]


def _params(request: dict[str, Any]) -> dict[str, object]:
    scaling = {key[0].upper() + key[1:]: str(value) for key, value in (request.get("scalingConfig") or {}).items()}
    labels, taints = request.get("labels") or {}, request.get("taints") or {}
    named = {
        "LabelsToAdd": labels.get("addOrUpdateLabels"),
        "LabelsToRemove": labels.get("removeLabels"),
        "TaintsToAdd": taints.get("addOrUpdateTaints"),
        "TaintsToRemove": taints.get("removeTaints"),
    }
    return {**scaling, **{name: value for name, value in named.items() if value}}
