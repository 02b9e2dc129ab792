"""The operations on clusters."""

from moto.core.responses import ActionResult

from testbed.eks.cluster_updates import associate_encryption_config, update_cluster_config, update_cluster_version
from testbed.eks.condition import as_found
from testbed.eks.create_cluster import create_cluster
from testbed.eks.delete_cluster import delete_cluster
from testbed.eks.response import EksOperations


class ClusterOperations(EksOperations):
    """Create, describe, list, update and delete."""

    def create_cluster(self) -> ActionResult:
        cluster = create_cluster(self.backend, self.request, self.caller)
        return ActionResult({"cluster": cluster.describe()})

    def describe_cluster(self) -> ActionResult:
        cluster = self.backend.cluster(self._get_param("name"))
        return ActionResult({"cluster": as_found(self.backend.world.bed, "cluster", cluster.describe())})

    def list_clusters(self) -> ActionResult:
        return ActionResult(self.page("clusters", sorted(self.backend.clusters)))

    def delete_cluster(self) -> ActionResult:
        return ActionResult({"cluster": delete_cluster(self.backend, self._get_param("name")).describe()})

    def update_cluster_config(self) -> ActionResult:
        cluster = self.backend.cluster(self._get_param("name"))
        return ActionResult({"update": update_cluster_config(self.backend, cluster, self.request).describe()})

    def update_cluster_version(self) -> ActionResult:
        cluster = self.backend.cluster(self._get_param("name"))
        update = update_cluster_version(self.backend, cluster, self.request["version"])
        return ActionResult({"update": update.describe()})

    def associate_encryption_config(self) -> ActionResult:
        cluster = self.backend.cluster(self._get_param("clusterName"))
        update = associate_encryption_config(self.backend, cluster, self.request["encryptionConfig"])
        return ActionResult({"update": update.describe()})
