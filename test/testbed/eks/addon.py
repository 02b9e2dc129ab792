"""An add-on of a cluster (https://docs.aws.amazon.com/eks/latest/APIReference/API_Addon.html)."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from moto.core.utils import utcnow

from testbed.eks.addon_catalog import OfferedAddon
from testbed.eks.cluster import Cluster


@dataclass
class Addon:
    """``state`` is how far its own work is; whether it is healthy also hangs on the nodes."""

    cluster: Cluster
    offered: OfferedAddon
    arn: str
    version: str
    namespace: str
    configuration_values: str | None
    tags: dict[str, str]
    service_account_role_arn: str | None = None
    state: str = "CREATING"
    failure: str | None = None
    created_at: datetime = field(default_factory=utcnow)
    modified_at: datetime = field(default_factory=utcnow)

    @property
    def name(self) -> str:
        return self.offered.name

    @property
    def issues(self) -> list[dict[str, Any]]:
        if self.failure:
            return [{"code": "Unknown", "message": self.failure, "resourceIds": [self.name]}]
        if self.state == "ACTIVE" and self._has_no_place():
            message = "The add-on is unhealthy because it doesn't have the desired number of replicas."
            return [{"code": "InsufficientNumberOfReplicas", "message": message, "resourceIds": []}]
        return []

    @property
    def status(self) -> str:
        return "DEGRADED" if self.state == "ACTIVE" and self.issues else self.state

    def describe(self) -> dict[str, object]:
        return {
            "addonName": self.name,
            "clusterName": self.cluster.name,
            "status": self.status,
            "addonVersion": self.version,
            "health": {"issues": self.issues},
            "addonArn": self.arn,
            "createdAt": self.created_at,
            "modifiedAt": self.modified_at,
            "serviceAccountRoleArn": self.service_account_role_arn,
            "tags": self.tags,
            "publisher": "eks",
            "owner": "aws",
            "configurationValues": self.configuration_values,
            "podIdentityAssociations": [
                known.arn for known in self.cluster.pod_identity_associations.values() if known.owner_arn == self.arn
            ],
            "namespaceConfig": {"namespace": self.namespace},
        }

    def _has_no_place(self) -> bool:
        """A Deployment needs a node, whoever started it; a DaemonSet does not."""
        deploys = any(workload.kind == "Deployment" for workload in self.offered.workloads)
        return deploys and not any(group.nodes for group in self.cluster.nodegroups.values()) and not self._has_nodes()

    def _has_nodes(self) -> bool:
        control_plane = self.cluster.control_plane
        return control_plane is not None and bool(control_plane.request("GET", "/api/v1/nodes?limit=1")["items"])
