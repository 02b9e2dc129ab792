"""A managed node group (https://docs.aws.amazon.com/eks/latest/APIReference/API_Nodegroup.html)."""

from dataclasses import dataclass, field
from datetime import datetime
from ipaddress import IPv4Network
from typing import Any
from uuid import uuid4

from moto.core.utils import utcnow

from testbed.eks.errors import in_use
from testbed.eks.update import Update


@dataclass
class Nodegroup:
    """``request`` is what CreateNodegroup was given, with the defaults of EKS, and later updates change."""

    name: str
    cluster_name: str
    arn: str
    version: str
    release_version: str
    request: dict[str, Any]
    #: EKS's own copy of the launch template, by which every machine is started.
    launch_template_id: str = ""
    auto_scaling_group_name: str = ""
    #: Machines, in the order in which they were started, and the names of their nodes.
    nodes: dict[str, str] = field(default_factory=dict)
    #: Addresses of each machine's pods, from its start on.
    pod_ranges: dict[str, IPv4Network] = field(default_factory=dict)
    status: str = "CREATING"
    issues: list[dict[str, Any]] = field(default_factory=list)
    unique: str = field(default_factory=lambda: str(uuid4()))
    created_at: datetime = field(default_factory=utcnow)
    modified_at: datetime = field(default_factory=utcnow)

    @property
    def scaling(self) -> dict[str, int]:
        return dict(self.request["scalingConfig"])

    def begin(self, update: Update) -> None:
        """Takes the update as the one that runs; two at once are refused."""
        if self.status not in ("ACTIVE", "DEGRADED"):
            raise in_use(
                f"Nodegroup {self.name} is currently in {self.status} state and cannot be updated",
                clusterName=self.cluster_name,
                nodegroupName=self.name,
            )
        update.nodegroup_name = self.name
        self.status = "UPDATING"

    def fail(self, status: str, code: str, message: str) -> None:
        self.status = status
        self.issues = [{"code": code, "message": message, "resourceIds": [*self.nodes] or [self.name]}]

    def describe(self) -> dict[str, object]:
        groups = [{"name": self.auto_scaling_group_name}] if self.auto_scaling_group_name else []
        return {
            "nodegroupName": self.name,
            "nodegroupArn": self.arn,
            "clusterName": self.cluster_name,
            "version": self.version,
            "releaseVersion": self.release_version,
            "createdAt": self.created_at,
            "modifiedAt": self.modified_at,
            "status": self.status,
            "resources": {"autoScalingGroups": groups},
            "health": {"issues": self.issues},
            **{
                name: self.request.get(name)
                for name in (
                    *("capacityType", "scalingConfig", "instanceTypes", "subnets", "amiType", "nodeRole", "labels"),
                    *("taints", "updateConfig", "nodeRepairConfig", "launchTemplate", "tags", "diskSize"),
                )
            },
        }
