"""Updates of a cluster, a node group or an add-on, as DescribeUpdate tells them.

https://docs.aws.amazon.com/eks/latest/APIReference/API_Update.html
"""

import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import uuid4

from moto.core.utils import utcnow


@dataclass
class Update:
    """One update: ``InProgress`` until it is ``Successful`` or ``Failed``."""

    type: str
    params: dict[str, object]
    nodegroup_name: str | None = None
    addon_name: str | None = None
    id: str = field(default_factory=lambda: str(uuid4()))
    status: str = "InProgress"
    errors: list[dict[str, Any]] = field(default_factory=list)
    created_at: datetime = field(default_factory=utcnow)

    def describe(self) -> dict[str, object]:
        return {
            "id": self.id,
            "status": self.status,
            "type": self.type,
            "params": [{"type": name, "value": _text(value)} for name, value in self.params.items()],
            "createdAt": self.created_at,
            "errors": self.errors,
        }

    def fail(self, reason: str, *resource_ids: str) -> None:
        self.status = "Failed"
        self.errors = [{"errorCode": "Unknown", "errorMessage": reason, "resourceIds": list(resource_ids)}]


def _text(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value)
