"""Several rules in one request: moto adds them until one is refused, AWS adds all or none."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def all_or_nothing(group: Any) -> Iterator[None]:
    """The security group is as it was before where what happens within is refused."""
    before = (list(group.ingress_rules), list(group.egress_rules))
    try:
        yield
    except Exception:
        group.ingress_rules, group.egress_rules = before
        raise
