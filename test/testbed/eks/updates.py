"""DescribeUpdate and ListUpdates (https://docs.aws.amazon.com/eks/latest/APIReference/API_DescribeUpdate.html)."""

from moto.core.responses import ActionResult

from testbed.eks.errors import not_found
from testbed.eks.response import EksOperations
from testbed.eks.update import Update


class UpdateOperations(EksOperations):
    """Both answer for the cluster, or for the node group or add-on that is named."""

    def describe_update(self) -> ActionResult:
        wanted = self._get_param("updateId")
        for update in self._updates():
            if update.id == wanted:
                return ActionResult({"update": update.describe()})
        raise not_found(f"No update found for ID: {wanted}")

    def list_updates(self) -> ActionResult:
        return ActionResult(self.page("updateIds", [update.id for update in reversed(self._updates())]))

    def _updates(self) -> list[Update]:
        cluster = self.backend.cluster(self._get_param("name"))
        nodegroup, addon = self._get_param("nodegroupName"), self._get_param("addonName")
        return [
            update for update in cluster.updates if update.nodegroup_name == nodegroup and update.addon_name == addon
        ]
