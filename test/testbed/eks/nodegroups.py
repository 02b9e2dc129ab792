"""The operations on managed node groups."""

from moto.core.responses import ActionResult

from testbed.eks.cluster import Cluster
from testbed.eks.condition import as_found
from testbed.eks.create_nodegroup import create_nodegroup
from testbed.eks.nodegroup_health import examine
from testbed.eks.response import EksOperations
from testbed.eks.update_nodegroup import (
    delete_nodegroup,
    find_nodegroup,
    update_nodegroup_config,
    update_nodegroup_version,
)


class NodegroupOperations(EksOperations):
    """Create, describe, list, update and delete."""

    def create_nodegroup(self) -> ActionResult:
        group = create_nodegroup(self.backend, self._cluster, self.request)
        return ActionResult({"nodegroup": group.describe()})

    def describe_nodegroup(self) -> ActionResult:
        group = find_nodegroup(self._cluster, self._get_param("nodegroupName"))
        examine(self._cluster, group)
        return ActionResult({"nodegroup": as_found(self.backend.world.bed, "nodegroup", group.describe())})

    def list_nodegroups(self) -> ActionResult:
        return ActionResult(self.page("nodegroups", sorted(self._cluster.nodegroups)))

    def update_nodegroup_config(self) -> ActionResult:
        update = update_nodegroup_config(self.backend, self._cluster, self.request)
        return ActionResult({"update": update.describe()})

    def update_nodegroup_version(self) -> ActionResult:
        update = update_nodegroup_version(self.backend, self._cluster, self.request)
        return ActionResult({"update": update.describe()})

    def delete_nodegroup(self) -> ActionResult:
        group = delete_nodegroup(self.backend, self._cluster, self._get_param("nodegroupName"))
        return ActionResult({"nodegroup": group.describe()})

    @property
    def _cluster(self) -> Cluster:
        return self.backend.cluster(self._get_param("name"))
