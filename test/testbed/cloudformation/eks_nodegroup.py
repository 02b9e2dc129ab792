"""AWS::EKS::Nodegroup
(https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-eks-nodegroup.html)."""

from typing import Any

from testbed.cloudformation.eks_resource import EksResource
from testbed.cloudformation.errors import ResourceFailed
from testbed.eks.create_nodegroup import create_nodegroup
from testbed.eks.nodegroup import Nodegroup
from testbed.eks.update_nodegroup import (
    delete_nodegroup,
    find_nodegroup,
    update_nodegroup_config,
    update_nodegroup_version,
)

_SIZES = ("minSize", "maxSize", "desiredSize")
_VERSIONED = ("Version", "ReleaseVersion", "LaunchTemplate")
#: They say how a later update goes, or nothing at all.
_PASSIVE = ("ForceUpdateEnabled", "Tags")
_CONFIGURED = ("ScalingConfig", "UpdateConfig", "NodeRepairConfig", "Labels", "Taints")


class EksNodegroup(EksResource):
    """A managed node group in a stack."""

    TYPE = "AWS::EKS::Nodegroup"
    ATTRIBUTES = ("Arn", "ClusterName", "NodegroupName", "Id")

    @staticmethod
    def cloudformation_type() -> str:
        return EksNodegroup.TYPE

    @property
    def group(self) -> Nodegroup:
        return find_nodegroup(self.cluster, self.properties["NodegroupName"])

    @property
    def physical_resource_id(self) -> str:
        return f"{self.properties['ClusterName']}/{self.properties['NodegroupName']}"

    @property
    def request(self) -> dict[str, Any]:
        request = super().request
        scaling = request.get("scalingConfig") or {}
        return {**request, "scalingConfig": {key: int(scaling[key]) for key in _SIZES if key in scaling}}

    def create(self) -> None:
        create_nodegroup(self.eks, self.cluster, self.request)

    def update(self, before: dict[str, Any]) -> None:
        """A change of image or launch template replaces machines, one of sizes or labels does not."""
        changed = [key for key in self.properties if self.properties[key] != before.get(key)]
        fixed = [key for key in changed if key not in (*_VERSIONED, *_CONFIGURED, *_PASSIVE)]
        if fixed:
            raise ResourceFailed(f"The test bed does not replace a node group in place: {', '.join(fixed)} changed")
        force = str(self.properties.get("ForceUpdateEnabled")).lower() == "true"
        request = {**self.request, "nodegroupName": self.properties["NodegroupName"], "force": force}
        if any(key in changed for key in _VERSIONED):
            self.updates = [update_nodegroup_version(self.eks, self.cluster, request)]
        elif any(key in changed for key in _CONFIGURED):
            labels = {"addOrUpdateLabels": request.get("labels") or {}}
            taints = {"addOrUpdateTaints": request.get("taints") or []}
            request = {**request, "labels": labels, "taints": taints}
            self.updates = [update_nodegroup_config(self.eks, self.cluster, request)]

    def delete(self, account_id: str, region_name: str) -> None:
        delete_nodegroup(self.eks, self.cluster, self.properties["NodegroupName"])

    def settled(self) -> bool:
        group = self.group
        if group.status == "CREATE_FAILED":
            failure = self.eks.world.bed.settings.failure("nodegroup", group.name)
            if failure and failure.silent:
                return True
            raise ResourceFailed(_reason(group))
        return super().settled() and group.status in ("ACTIVE", "DEGRADED")

    def removed(self) -> bool:
        return self.is_gone() or self.properties["NodegroupName"] not in self.cluster.nodegroups

    def attribute(self, name: str) -> Any:
        return {
            "Arn": self.group.arn,
            "ClusterName": self.properties["ClusterName"],
            "NodegroupName": self.properties["NodegroupName"],
            "Id": self.physical_resource_id,
        }[name]


def _reason(group: Nodegroup) -> str:
    issues = ", ".join(
        f"Issue(Code={issue['code']}, Message={issue['message']}, ResourceIds=[{', '.join(issue['resourceIds'])}])"
        for issue in group.issues
    )
    return f'Resource handler returned message: "[{issues}] (Service: null, Status Code: 0, Request ID: null)"'
