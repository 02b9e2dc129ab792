"""What is missing of a node group that was complete: someone deleted it behind EKS's back.

https://docs.aws.amazon.com/eks/latest/APIReference/API_Issue.html
"""

from typing import Any

from moto.autoscaling.models import autoscaling_backends
from moto.ec2.models import ec2_backends

from testbed.eks.cluster import Cluster
from testbed.eks.nodegroup import Nodegroup


def examine(cluster: Cluster, group: Nodegroup) -> None:
    """An active group becomes degraded, and a degraded one active again, by what is there."""
    if group.status not in ("ACTIVE", "DEGRADED"):
        return
    group.issues = _missing(cluster, group)
    group.status = "DEGRADED" if group.issues else "ACTIVE"


def _missing(cluster: Cluster, group: Nodegroup) -> list[dict[str, Any]]:
    scaling = autoscaling_backends[cluster.account_id][cluster.region]
    ec2 = ec2_backends[cluster.account_id][cluster.region]
    template = (group.request.get("launchTemplate") or {}).get("id")
    needed = (
        ("AutoScalingGroupNotFound", group.auto_scaling_group_name, scaling.autoscaling_groups),
        ("Ec2LaunchTemplateNotFound", template, ec2.launch_templates),
    )
    return [
        {"code": code, "message": f"{name} could not be found.", "resourceIds": [name]}
        for code, name, there in needed
        if name and name not in there
    ]
