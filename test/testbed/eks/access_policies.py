"""The access policies of EKS (https://docs.aws.amazon.com/eks/latest/userguide/access-policy-permissions.html)."""

from dataclasses import dataclass

#: Kubernetes has no role of its own that reads everything.
READER = "eks-access-policy-reader"
_PREFIX = "arn:aws:eks::aws:cluster-access-policy/"


@dataclass(frozen=True)
class AccessPolicy:
    """``group`` is who the bed takes its holder for, ``role`` the cluster role that the group is bound to."""

    name: str
    group: str
    role: str | None = None

    @property
    def arn(self) -> str:
        return f"{_PREFIX}{self.name}"

    def describe(self) -> dict[str, object]:
        return {"name": self.name, "arn": self.arn}


POLICIES = (
    AccessPolicy("AmazonEKSClusterAdminPolicy", "system:masters"),
    AccessPolicy("AmazonEKSAdminPolicy", "eks-access-policy-admin", "admin"),
    AccessPolicy("AmazonEKSAdminViewPolicy", "eks-access-policy-admin-view", READER),
    AccessPolicy("AmazonEKSEditPolicy", "eks-access-policy-edit", "edit"),
    AccessPolicy("AmazonEKSViewPolicy", "eks-access-policy-view", "view"),
)


def is_access_policy(arn: str) -> bool:
    return any(policy.arn == arn for policy in POLICIES)


def group_of(arn: str) -> str:
    """The Kubernetes group that stands for the policy."""
    return next(policy.group for policy in POLICIES if policy.arn == arn)
