"""What EKS finds out about a cluster or a node group, which nobody calls for: settings tell of it.

https://docs.aws.amazon.com/eks/latest/APIReference/API_ClusterIssue.html
"""

from typing import Any

from testbed.bed import Bed


def as_found(bed: Bed, resource: str, described: dict[str, Any]) -> dict[str, Any]:
    """The description with the status and the issues that settings tell of this resource."""
    name = described["nodegroupName" if resource == "nodegroup" else "name"]
    result = dict(described)
    for condition in bed.settings.conditions:
        if (condition.resource, condition.name) != (resource, name):
            continue
        if condition.status:
            result["status"] = condition.status
        if condition.code:
            issue = {"code": condition.code, "message": condition.message, "resourceIds": [name]}
            result["health"] = {"issues": [*result["health"]["issues"], issue]}
    return result
