"""CreateAddon, UpdateAddon and DeleteAddon.

https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateAddon.html
"""

from typing import Any

import yaml
from moto.core.utils import utcnow

from testbed.eks.addon import Addon
from testbed.eks.addon_catalog import OfferedAddon, offered_addon
from testbed.eks.addon_workloads import install_workloads, remove_workloads
from testbed.eks.backend import TestbedEksBackend, unique_id
from testbed.eks.background import Pause
from testbed.eks.cluster import Cluster
from testbed.eks.errors import in_use, invalid_parameter, invalid_request, not_found
from testbed.eks.pod_identity import create_association
from testbed.eks.update import Update


def find_addon(cluster: Cluster, name: str) -> Addon:
    addon = cluster.addons.get(name)
    if addon is None:
        raise not_found(f"No addon: {name} found in cluster: {cluster.name}", clusterName=cluster.name, addonName=name)
    return addon


def create_addon(backend: TestbedEksBackend, cluster: Cluster, request: dict[str, Any]) -> Addon:
    """Takes the add-on on; it becomes ``ACTIVE`` or ``CREATE_FAILED`` by itself."""
    name = request["addonName"]
    if cluster.status != "ACTIVE":
        raise invalid_request(f"Cluster '{cluster.name}' is not in ACTIVE status", clusterName=cluster.name)
    known = cluster.addons.get(name)
    if known and known.state != "CREATE_FAILED":
        raise in_use("Addon already exists.", clusterName=cluster.name, addonName=name)
    offered = offered_addon(name)
    if offered is None:
        raise invalid_parameter(f"Addon {name} specified is not supported", clusterName=cluster.name, addonName=name)
    addon = Addon(
        cluster,
        offered,
        arn=known.arn if known else backend.arn("addon", cluster.name, name, unique_id()),
        version=_version(cluster, offered, request.get("addonVersion")),
        namespace=(request.get("namespaceConfig") or {}).get("namespace") or offered.namespace,
        configuration_values=_configuration(request.get("configurationValues")),
        tags=dict(request.get("tags") or {}),
        service_account_role_arn=request.get("serviceAccountRoleArn"),
    )
    _associate(backend, addon, request.get("podIdentityAssociations") or [])
    cluster.addons[name] = addon
    backend.background.start(lambda pause: _provision(backend, addon, pause))
    return addon


def update_addon(backend: TestbedEksBackend, cluster: Cluster, request: dict[str, Any]) -> Update:
    """What the request leaves out stays; an empty list of associations removes them."""
    addon = find_addon(cluster, request["addonName"])
    if addon.state not in ("ACTIVE", "CREATE_FAILED", "UPDATE_FAILED"):
        raise in_use(
            f"Addon {addon.name} cannot be updated as it is currently in {addon.state} state",
            clusterName=cluster.name,
            addonName=addon.name,
        )
    version = _version(cluster, addon.offered, request.get("addonVersion") or addon.version)
    configuration = _configuration(request.get("configurationValues")) or addon.configuration_values
    update = Update("AddonUpdate", {"AddonVersion": version}, addon_name=addon.name)
    if request.get("podIdentityAssociations") is not None:
        _dissociate(addon)
        _associate(backend, addon, request["podIdentityAssociations"])
    addon.state = "UPDATING"
    cluster.updates.append(update)
    bed = backend.world.bed

    def work(pause: Pause) -> None:
        failure = bed.settings.failure("update", addon.name)
        pause(bed.settings.durations.addon)
        addon.modified_at = utcnow()
        if failure:
            addon.state, addon.failure = "UPDATE_FAILED", failure.reason
            update.fail(failure.reason, addon.name)
            return
        addon.version, addon.configuration_values, addon.failure = version, configuration, None
        addon.service_account_role_arn = request.get("serviceAccountRoleArn", addon.service_account_role_arn)
        install_workloads(addon)
        addon.state, update.status = "ACTIVE", "Successful"

    backend.background.start(work)
    return update


def delete_addon(backend: TestbedEksBackend, cluster: Cluster, request: dict[str, Any]) -> Addon:
    """``preserve`` leaves the software in the cluster."""
    addon = find_addon(cluster, request["addonName"])
    addon.state = "DELETING"
    bed = backend.world.bed

    def work(pause: Pause) -> None:
        pause(bed.settings.durations.delete)
        if not request.get("preserve"):
            remove_workloads(addon)
        with bed.lock:
            _dissociate(addon)
            del cluster.addons[addon.name]

    backend.background.start(work)
    return addon


def _provision(backend: TestbedEksBackend, addon: Addon, pause: Pause) -> None:
    settings = backend.world.bed.settings
    failure = settings.failure("addon", addon.name)
    pause(settings.durations.addon)
    if failure:
        addon.state, addon.failure = "CREATE_FAILED", failure.reason
        return
    install_workloads(addon)
    addon.state = "ACTIVE"


def _version(cluster: Cluster, offered: OfferedAddon, asked: str | None) -> str:
    offered_here = offered.versions(cluster.version)
    if asked and asked not in offered_here:
        raise invalid_parameter(
            f"Addon version specified is not supported: {asked}", clusterName=cluster.name, addonName=offered.name
        )
    return asked or offered_here[0]


def _configuration(values: str | None) -> str | None:
    """EKS takes JSON or YAML."""
    if values is None:
        return None
    try:
        valid = isinstance(yaml.safe_load(values), dict)
    except yaml.YAMLError:
        valid = False
    if not valid:
        raise invalid_parameter(f"ConfigurationValue is not in valid JSON or YAML format: {values}")
    return values


def _associate(backend: TestbedEksBackend, addon: Addon, asked: list[dict[str, str]]) -> None:
    for association in asked:
        request = {**association, "namespace": addon.namespace, "ownerArn": addon.arn}
        create_association(backend, addon.cluster, request)


def _dissociate(addon: Addon) -> None:
    associations = addon.cluster.pod_identity_associations
    for identifier in [key for key, known in associations.items() if known.owner_arn == addon.arn]:
        del associations[identifier]
