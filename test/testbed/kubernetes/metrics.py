"""What metrics-server says of pods: each of them uses half of what it asks for.

https://github.com/kubernetes/metrics/blob/master/pkg/apis/metrics/v1beta1/types.go
"""

from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlencode, urlsplit

from testbed.kubernetes.api import Api

GROUP = "/apis/metrics.k8s.io/v1beta1"
VERSION = "metrics.k8s.io/v1beta1"
#: On a real cluster an autoscaler waits for a window of figures of each new pod.
WINDOW = "0s"
KINDS = {
    "kind": "APIResourceList",
    "apiVersion": "v1",
    "groupVersion": VERSION,
    "resources": [{"name": "pods", "singularName": "", "namespaced": True, "kind": "PodMetrics", "verbs": ["list"]}],
}


def answer_metrics(api: Api, target: str) -> dict[str, Any] | None:
    """The kinds, or the pods of a namespace; ``None`` for anything else."""
    url = urlsplit(target)
    if url.path == GROUP:
        return KINDS
    namespace, _, kind = url.path.removeprefix(f"{GROUP}/namespaces/").partition("/")
    if kind != "pods":
        return None
    pods = api.request("GET", f"/api/v1/namespaces/{namespace}/pods?{url.query}")["items"]
    return {
        "kind": "PodMetricsList",
        "apiVersion": VERSION,
        "metadata": {},
        "items": [_metrics(pod) for pod in pods if pod["status"].get("phase") == "Running"],
    }


def _metrics(pod: dict[str, Any]) -> dict[str, Any]:
    metadata = pod["metadata"]
    return {
        "metadata": {key: metadata[key] for key in ("name", "namespace", "labels") if key in metadata},
        "timestamp": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "window": WINDOW,
        "containers": [
            {"name": container["name"], "usage": _usage(container)} for container in pod["spec"]["containers"]
        ],
    }


def _usage(container: dict[str, Any]) -> dict[str, str]:
    cpu = container.get("resources", {}).get("requests", {}).get("cpu", "100m")
    millicores = int(cpu[:-1]) if cpu.endswith("m") else int(1000 * float(cpu))
    return {"cpu": f"{millicores // 2}m", "memory": "64Mi"}
