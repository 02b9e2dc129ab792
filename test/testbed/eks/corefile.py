"""What EKS writes for CoreDNS (https://docs.aws.amazon.com/eks/latest/userguide/managing-coredns.html)."""

import json
from typing import Any

_STANDARD = """.:53 {
    errors
    health {
        lameduck 5s
      }
    ready
    kubernetes cluster.local in-addr.arpa ip6.arpa {
      pods insecure
      fallthrough in-addr.arpa ip6.arpa
    }
    prometheus :9153
    forward . /etc/resolv.conf
    cache 30
    loop
    reload
    loadbalance
}
"""


def corefile(configuration_values: str | None) -> dict[str, Any]:
    """The ConfigMap of the add-on; its configuration may say another Corefile."""
    try:
        configured = json.loads(configuration_values or "{}")
    except json.JSONDecodeError:
        # It may be YAML too, which nobody here writes a Corefile in.
        configured = {}
    return {
        "apiVersion": "v1",
        "kind": "ConfigMap",
        "metadata": {"name": "coredns", "namespace": "kube-system"},
        "data": {"Corefile": configured.get("corefile", _STANDARD)},
    }
