"""The metrics API, which metrics-server serves behind the API server.

https://github.com/kubernetes-sigs/metrics-server/tree/master/manifests/base
"""

from typing import Any

VERSION = "v1beta1"
GROUP = "metrics.k8s.io"


def metrics_api(selector: dict[str, str]) -> tuple[dict[str, Any], ...]:
    """The Service in front of the pods with these labels, and the API's registration."""
    place = {"name": "metrics-server", "namespace": "kube-system"}
    return (
        {
            "apiVersion": "v1",
            "kind": "Service",
            "metadata": place,
            "spec": {
                "selector": selector,
                "ports": [{"name": "https", "port": 443, "targetPort": 10251}],
            },
        },
        {
            "apiVersion": "apiregistration.k8s.io/v1",
            "kind": "APIService",
            "metadata": {"name": f"{VERSION}.{GROUP}"},
            "spec": {
                "group": GROUP,
                "version": VERSION,
                "service": place,
                "insecureSkipTLSVerify": True,
                "groupPriorityMinimum": 100,
                "versionPriority": 100,
            },
        },
    )
