"""The operations on add-ons, and those that tell what is offered."""

import json

from moto.core.responses import ActionResult

from testbed.eks.addon_catalog import CATALOG, offered_addon
from testbed.eks.cluster import Cluster
from testbed.eks.errors import not_found
from testbed.eks.manage_addon import create_addon, delete_addon, find_addon, update_addon
from testbed.eks.response import EksOperations

#: The bed checks that configuration values are an object; it does not know every add-on's schema.
SCHEMA = json.dumps({"$schema": "http://json-schema.org/draft-07/schema#", "type": "object"})


class AddonOperations(EksOperations):
    """Offered versions and configuration; create, describe, list, update and delete."""

    def describe_addon_versions(self) -> ActionResult:
        name, types = self._get_param("addonName"), self._get_param("types")
        described = [
            offered.describe(self._get_param("kubernetesVersion"), self._get_param("addonVersion"))
            for offered in CATALOG
            if name in (None, offered.name) and (not types or offered.type in types)
        ]
        return ActionResult(self.page("addons", [item for item in described if item["addonVersions"]]))

    def describe_addon_configuration(self) -> ActionResult:
        name, version = self._get_param("addonName"), self._get_param("addonVersion")
        offered = offered_addon(name)
        if offered is None or not offered.cluster_versions(version):
            raise not_found(f"No addon configuration found for {name} {version}", addonName=name)
        return ActionResult(
            {
                "addonName": name,
                "addonVersion": version,
                "configurationSchema": SCHEMA,
                "podIdentityConfiguration": [
                    {"serviceAccount": account, "recommendedManagedPolicies": [policy]}
                    for account, policy in offered.policies
                ],
            }
        )

    def create_addon(self) -> ActionResult:
        return ActionResult({"addon": create_addon(self.backend, self._cluster, self.request).describe()})

    def describe_addon(self) -> ActionResult:
        return ActionResult({"addon": find_addon(self._cluster, self._get_param("addonName")).describe()})

    def list_addons(self) -> ActionResult:
        return ActionResult(self.page("addons", sorted(self._cluster.addons)))

    def update_addon(self) -> ActionResult:
        return ActionResult({"update": update_addon(self.backend, self._cluster, self.request).describe()})

    def delete_addon(self) -> ActionResult:
        return ActionResult({"addon": delete_addon(self.backend, self._cluster, self.request).describe()})

    @property
    def _cluster(self) -> Cluster:
        return self.backend.cluster(self._get_param("name"))
