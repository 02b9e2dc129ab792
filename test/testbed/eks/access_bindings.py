"""The rights of access policies, in Kubernetes' words.

EKS checks its policies beside RBAC; the bed binds the group that stands for each to a role like it
(https://docs.aws.amazon.com/eks/latest/userguide/access-policy-permissions.html).
"""

from testbed.eks.access_policies import POLICIES, READER
from testbed.kubernetes import ControlPlane

_API = "rbac.authorization.k8s.io"


def bind_policies(control_plane: ControlPlane) -> None:
    """To be called once, when the API is ready."""
    everything = {"apiGroups": ["*"], "resources": ["*"], "verbs": ["get", "list", "watch"]}
    control_plane.apply(
        {
            "apiVersion": f"{_API}/v1",
            "kind": "ClusterRole",
            "metadata": {"name": READER},
            "rules": [everything],
        }
    )
    for policy in POLICIES:
        if policy.role:
            control_plane.apply(_binding(policy.group, policy.role))


def _binding(group: str, role: str) -> dict[str, object]:
    return {
        "apiVersion": f"{_API}/v1",
        "kind": "ClusterRoleBinding",
        "metadata": {"name": group},
        "roleRef": {"apiGroup": _API, "kind": "ClusterRole", "name": role},
        "subjects": [{"apiGroup": _API, "kind": "Group", "name": group}],
    }
