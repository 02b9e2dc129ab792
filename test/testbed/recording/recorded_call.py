"""One call as tests read it."""

import json
from dataclasses import dataclass, field


@dataclass
class RecordedCall:
    """A call from its arrival to its answer; ``status`` 0: it was never answered and not done."""

    sequence: int
    at: int
    session: str
    account: str
    region: str
    service: str
    operation: str
    write: bool
    parameters: dict[str, object]
    user_agent: str
    milliseconds: float = 0
    status: int = 0
    error_code: str | None = None
    fault: str | None = None
    resources: list[str] = field(default_factory=list)

    def to_json(self) -> dict[str, object]:
        document: dict[str, object] = {
            "sequence": self.sequence,
            "at": self.at,
            "milliseconds": round(self.milliseconds, 1),
            "session": self.session,
            "account": self.account,
            "region": self.region,
            "service": self.service,
            "operation": self.operation,
            "write": self.write,
            "parameters": json.loads(json.dumps(self.parameters, default=str)),
            "resources": self.resources,
            "status": self.status,
            "userAgent": self.user_agent,
        }
        if self.error_code is not None:
            document["errorCode"] = self.error_code
        if self.fault is not None:
            document["fault"] = self.fault
        return document
