"""Access entries: which IAM principals may do what in a cluster.

https://docs.aws.amazon.com/eks/latest/userguide/access-entries.html
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from moto.core.utils import utcnow
from moto.moto_api._internal import mock_random

if TYPE_CHECKING:
    from testbed.eks.backend import TestbedEksBackend
    from testbed.eks.cluster import Cluster

CLUSTER_ADMIN_POLICY = "arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy"
#: What a kubelet presents itself with (https://docs.aws.amazon.com/eks/latest/userguide/creating-access-entries.html).
NODE_TYPES = {
    "EC2_LINUX": ("system:nodes",),
    "EC2_WINDOWS": ("system:nodes", "eks:kube-proxy-windows"),
    "EC2": ("system:nodes",),
    "FARGATE_LINUX": ("system:nodes", "system:bootstrappers", "system:node-proxier"),
    "HYBRID_LINUX": ("system:nodes",),
}


@dataclass
class AssociatedPolicy:
    """An access policy that an entry carries, in the whole cluster or in namespaces."""

    policy_arn: str
    scope: dict[str, Any]
    associated_at: datetime = field(default_factory=utcnow)

    def describe(self) -> dict[str, object]:
        return {
            "policyArn": self.policy_arn,
            "accessScope": {"type": self.scope["type"], "namespaces": self.scope.get("namespaces") or []},
            "associatedAt": self.associated_at,
            "modifiedAt": self.associated_at,
        }


@dataclass
class AccessEntry:
    """One principal that the cluster admits."""

    cluster_name: str
    principal_arn: str
    arn: str
    type: str = "STANDARD"
    groups: list[str] = field(default_factory=list)
    username: str | None = None
    tags: dict[str, str] = field(default_factory=dict)
    policies: dict[str, AssociatedPolicy] = field(default_factory=dict)
    created_at: datetime = field(default_factory=utcnow)

    @classmethod
    def create(cls, backend: "TestbedEksBackend", cluster: "Cluster", principal_arn: str) -> "AccessEntry":
        kind, _, name = principal_arn.split(":")[-1].partition("/")
        arn = backend.arn(
            "access-entry", cluster.name, kind, backend.account_id, name.split("/")[-1], str(mock_random.uuid4())
        )
        return cls(cluster.name, principal_arn, arn)

    @property
    def kubernetes_username(self) -> str:
        """The default username of an entry without one, for role sessions."""
        if self.username:
            return self.username
        if self.type in NODE_TYPES:
            return "system:node:{{EC2PrivateDNSName}}"
        if ":role/" in self.principal_arn:
            account, role = self.principal_arn.split(":")[4], self.principal_arn.split("/")[-1]
            return f"arn:aws:sts::{account}:assumed-role/{role}/{{{{SessionName}}}}"
        return self.principal_arn

    def describe(self) -> dict[str, object]:
        return {
            "clusterName": self.cluster_name,
            "principalArn": self.principal_arn,
            "kubernetesGroups": [*NODE_TYPES.get(self.type, ()), *self.groups],
            "accessEntryArn": self.arn,
            "createdAt": self.created_at,
            "modifiedAt": self.created_at,
            "tags": self.tags,
            "username": self.kubernetes_username,
            "type": self.type,
        }
