"""Who may sign in to a cluster, and how."""

import json
import secrets
from dataclasses import dataclass, field
from pathlib import Path

from testbed.kubernetes.kubeconfig import Kubeconfig

# EKS answers the unauthenticated on these paths only, since 1.32:
# https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions-standard.html
ANONYMOUS_PATHS = ("/healthz", "/livez", "/readyz")


@dataclass(frozen=True)
class User:
    """A user of the cluster that only the bed knows, signed in by a token of its own."""

    name: str
    group: str = "system:authenticated"
    token: str = field(default_factory=lambda: secrets.token_hex(16))


@dataclass(frozen=True)
class Users:
    """Those who look after the cluster."""

    administrator: User = field(default_factory=lambda: User("testbed:administrator", "system:masters"))
    controller_manager: User = field(default_factory=lambda: User("system:kube-controller-manager"))
    scheduler: User = field(default_factory=lambda: User("system:kube-scheduler"))
    kubelet: User = field(default_factory=lambda: User("testbed:kubelet", "system:masters"))


def write_sign_in(folder: Path, users: Users, webhook: str) -> None:
    """The files that the API server reads: the bed's own users, the token webhook, the unauthenticated."""
    everybody = (users.administrator, users.controller_manager, users.scheduler, users.kubelet)
    (folder / "tokens.csv").write_text(
        "".join(f'{user.token},{user.name},{user.name},"{user.group}"\n' for user in everybody)
    )
    Kubeconfig(webhook).write(folder / "webhook.json")
    (folder / "authentication.json").write_text(
        json.dumps(
            {
                "apiVersion": "apiserver.config.k8s.io/v1beta1",
                "kind": "AuthenticationConfiguration",
                "anonymous": {
                    "enabled": True,
                    "conditions": [{"path": path} for path in ANONYMOUS_PATHS],
                },
            }
        )
    )
