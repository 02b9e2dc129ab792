"""Tags of everything that has an ARN in EKS
(https://docs.aws.amazon.com/eks/latest/APIReference/API_TagResource.html)."""

from urllib.parse import unquote

from moto.core.responses import ActionResult, EmptyResult

from testbed.eks.cluster import Cluster
from testbed.eks.errors import not_found
from testbed.eks.response import EksOperations


class TagOperations(EksOperations):
    """List, add and remove."""

    def list_tags_for_resource(self) -> ActionResult:
        return ActionResult({"tags": self._tags})

    def tag_resource(self) -> EmptyResult:
        self._tags.update(self.request["tags"])
        return EmptyResult()

    def untag_resource(self) -> EmptyResult:
        for key in self.request["tagKeys"]:
            self._tags.pop(key, None)
        return EmptyResult()

    @property
    def _tags(self) -> dict[str, str]:
        arn = unquote(self.path.removeprefix("/tags/"))
        for cluster in self.backend.clusters.values():
            tags = _tags_by_arn(cluster).get(arn)
            if tags is not None:
                return tags
        raise not_found(f"No resource found for ARN: {arn}")


def _tags_by_arn(cluster: Cluster) -> dict[str, dict[str, str]]:
    return {
        cluster.arn: cluster.tags,
        **{group.arn: group.request["tags"] for group in cluster.nodegroups.values()},
        **{addon.arn: addon.tags for addon in cluster.addons.values()},
        **{entry.arn: entry.tags for entry in cluster.access_entries.values()},
        **{known.arn: known.tags for known in cluster.pod_identity_associations.values()},
    }
