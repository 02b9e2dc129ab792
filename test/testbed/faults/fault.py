"""A fault as a test declares it."""

from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from http import HTTPStatus

from testbed.documents import InvalidDocument
from testbed.recording.recorded_call import RecordedCall


@dataclass(frozen=True)
class Match:
    """Which calls a fault is for; what is not said matches every call. ``*`` in an operation stands for any text."""

    service: str | None = None
    operation: str | tuple[str, ...] | None = None
    write: bool | None = None
    account: str | None = None
    region: str | None = None
    session: str | None = None

    def matches(self, call: RecordedCall) -> bool:
        exact = ("service", "write", "account", "region", "session")
        if any(getattr(self, name) not in (None, getattr(call, name)) for name in exact):
            return False
        patterns = (self.operation,) if isinstance(self.operation, str) else self.operation
        return patterns is None or any(fnmatchcase(call.operation, pattern) for pattern in patterns)


#: Keys of each effect besides ``kind``, with whether they are needed.
_EFFECTS: dict[str, tuple[str, ...]] = {
    "throttle": (),
    "error": ("status", "code", "message"),
    "internal": (),
    "latency": ("milliseconds",),
    "deny": (),
    "disconnect": (),
    "crash": ("when",),
}


@dataclass(frozen=True)
class Effect:
    """What happens to the call; each kind has keys of its own."""

    kind: str
    status: int | None = None
    code: str | None = None
    message: str | None = None
    milliseconds: float | None = None
    when: str | None = None

    def __post_init__(self) -> None:
        needed = _EFFECTS.get(self.kind)
        if needed is None:
            raise InvalidDocument(f"effect.kind should be one of {', '.join(_EFFECTS)}, received {self.kind}.")
        others = ("status", "code", "message", "milliseconds", "when")
        given = tuple(name for name in others if getattr(self, name) is not None)
        if given != needed:
            raise InvalidDocument(f"Effect {self.kind} has the keys {list(needed)}, received {list(given)}.")
        if self.status is not None and self.status not in set(HTTPStatus):
            raise InvalidDocument(f"effect.status should be a status of HTTP, received {self.status}.")
        if self.when not in (None, "before", "after"):
            raise InvalidDocument(f"effect.when should be before or after, received {self.when}.")


@dataclass(frozen=True)
class Fault:
    """``skip`` matching calls pass first, then every ``every``-th is hit, ``times`` times at most."""

    effect: Effect
    match: Match = field(default_factory=Match)
    skip: int = 0
    every: int = 1
    times: int | None = None

    def __post_init__(self) -> None:
        if self.skip < 0 or self.every < 1 or (self.times is not None and self.times < 1):
            raise InvalidDocument("fault.skip should be 0 or more, fault.every and fault.times 1 or more.")

    def hits_nth(self, number: int, hits: int) -> bool:
        """Whether the ``number``-th matching call (from 1) is hit, after ``hits`` others were."""
        if number <= self.skip or (self.times is not None and hits >= self.times):
            return False
        return (number - self.skip) % self.every == 0
