"""Events by which the controllers say what they cannot do."""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from testbed.kubernetes.api import Api, ApiError

CONFLICT = 409


@dataclass(frozen=True)
class Problem:
    """Why a controller does not go on."""

    reason: str
    message: str


def warn(api: Api, service: dict[str, Any], problem: Problem) -> None:
    """A warning on the Service; the same one is written once."""
    metadata = service["metadata"]
    mark = hashlib.sha256(f"{metadata['uid']}{problem}".encode()).hexdigest()[:16]
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    event = {
        "apiVersion": "v1",
        "kind": "Event",
        "metadata": {"name": f"{metadata['name']}.{mark}", "namespace": metadata["namespace"]},
        "involvedObject": {
            "apiVersion": "v1",
            "kind": "Service",
            "name": metadata["name"],
            "namespace": metadata["namespace"],
            "uid": metadata["uid"],
        },
        "type": "Warning",
        "reason": problem.reason,
        "message": problem.message,
        "source": {"component": "service"},
        "firstTimestamp": now,
        "lastTimestamp": now,
        "count": 1,
    }
    try:
        api.request("POST", f"/api/v1/namespaces/{metadata['namespace']}/events", event)
    except ApiError as error:
        if error.status != CONFLICT:
            raise
