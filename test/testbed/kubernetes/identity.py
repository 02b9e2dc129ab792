"""Who a bearer token stands for, as a cluster's token webhook answers."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Identity:
    """A Kubernetes user with the groups that RBAC knows."""

    username: str
    groups: tuple[str, ...] = ()


Authenticate = Callable[[str, str], Identity | None]
"""Gets the cluster's name and the bearer token; ``None`` refuses the token."""
