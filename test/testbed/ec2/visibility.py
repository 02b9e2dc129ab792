"""Eventual consistency: what was just created is not known to every reader yet
(https://docs.aws.amazon.com/ec2/latest/devguide/eventual-consistency.html)."""

import re
from collections.abc import Iterator

from moto.ec2.exceptions import EC2ClientError

from testbed.bed import Bed
from testbed.clock import now
from testbed.ec2.errors import group_not_found, peering_not_found


class Visibility:
    """Ids that were answered a moment ago. A route has the name ``table destination``."""

    def __init__(self) -> None:
        self._bed: Bed | None = None
        #: When each name was answered, and for how many seconds it was to be hidden then.
        self._created: dict[str, tuple[float, float]] = {}

    def install(self, bed: Bed) -> None:
        self._bed = bed
        bed.on_reset(self._created.clear)

    def hide(self, name: str) -> None:
        """Called when the name is answered. Settings that are changed later only shorten its time."""
        self._created[name] = (now(), self._seconds())

    def is_hidden(self, name: str) -> bool:
        created, seconds = self._created.get(name, (0, 0))
        return now() - created < min(seconds, self._seconds())

    def _seconds(self) -> float:
        return self._bed.settings.consistency_milliseconds / 1000 if self._bed else 0

    def refuse_hidden(self, parameters: dict[str, object]) -> None:
        """Refuse a call that names what is not visible yet; in a filter such a name only matches nothing."""
        for text in _texts({key: value for key, value in parameters.items() if key not in ("Filters", "Filter")}):
            if self.is_hidden(text):
                raise _not_found(text)


visibility = Visibility()


def route_name(table_id: str, destination: str) -> str:
    return f"{table_id} {destination}"


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, str):
        yield value


_CODES = {"rtb": "InvalidRouteTableID.NotFound", "sgr": "InvalidSecurityGroupRuleId.NotFound"}


def _not_found(resource_id: str) -> EC2ClientError:
    prefix = re.split("-", resource_id, maxsplit=1)[0]
    if prefix == "pcx":
        return peering_not_found(resource_id)
    if prefix == "sg":
        return group_not_found(resource_id)
    return EC2ClientError(_CODES.get(prefix, "InvalidID"), f"The ID '{resource_id}' does not exist")
