"""Names as AWS Load Balancer Controller makes them: readable, within 32 characters, and unique by a hash."""

import hashlib
import re

from testbed.kubernetes.load_balancers.wanted import Wanted


def resource_name(wish: Wanted, part: str = "") -> str:
    """Of a load balancer and its security group, or of a target group for one part of it."""
    return f"k8s-{_short(wish.namespace)}-{_short(wish.name)}-{_hash(wish.uid, part)}"


def backend_group_name(cluster: str) -> str:
    """Of the one security group from which every load balancer of the cluster calls its targets."""
    return f"k8s-traffic-{re.sub(r'[^a-zA-Z0-9]', '', cluster)[:100]}-{_hash(cluster)}"


def _short(name: str) -> str:
    return re.sub(r"[^a-zA-Z0-9]", "", name)[:8]


def _hash(*parts: str) -> str:
    return hashlib.sha256("".join(parts).encode()).hexdigest()[:10]
