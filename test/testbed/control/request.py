"""A request to the control API."""

from collections.abc import Mapping
from dataclasses import dataclass

from testbed.documents import InvalidDocument


class NotThere(LookupError):
    """What a control call names does not exist."""


@dataclass(frozen=True)
class ControlRequest:
    document: object
    query: Mapping[str, list[str]]
    path: Mapping[str, str]

    def number(self, name: str, default: float) -> float:
        text = self.query.get(name, [str(default)])[0]
        try:
            return float(text)
        except ValueError as error:
            raise InvalidDocument(f"{name} should be a number, received {text}.") from error
