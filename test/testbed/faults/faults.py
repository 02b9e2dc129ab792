"""The faults in force, and how often each was hit."""

from dataclasses import dataclass, field
from itertools import count
from threading import Event, Lock

from testbed.faults.fault import Fault
from testbed.recording.recorded_call import RecordedCall


@dataclass
class Injected:
    """A fault in force. ``hit`` is set by its first hit, ``removed`` when it is taken away."""

    id: str
    fault: Fault
    matched: int = 0
    hits: int = 0
    call: RecordedCall | None = None
    hit: Event = field(default_factory=Event)
    removed: Event = field(default_factory=Event)

    def tell(self, call: RecordedCall) -> None:
        """Tell those who wait that this call was hit; it is recorded by then."""
        self.call = call
        self.hit.set()

    def remove(self) -> None:
        self.removed.set()
        self.hit.set()


class Faults:
    def __init__(self) -> None:
        self._lock = Lock()
        self._ids = count(1)
        self._injected: dict[str, Injected] = {}

    def inject(self, fault: Fault) -> Injected:
        with self._lock:
            injected = Injected(f"fault-{next(self._ids)}", fault)
            self._injected[injected.id] = injected
        return injected

    def strikes(self, injected: Injected, call: RecordedCall) -> bool:
        """Whether this fault hits the call, which is counted."""
        if not injected.fault.match.matches(call):
            return False
        with self._lock:
            injected.matched += 1
            hit = injected.fault.hits_nth(injected.matched, injected.hits)
            injected.hits += hit
        return hit

    def get(self, fault_id: str) -> Injected | None:
        with self._lock:
            return self._injected.get(fault_id)

    def all(self) -> list[Injected]:
        """In order of injection, which is the order in which a call meets them."""
        with self._lock:
            return list(self._injected.values())

    def remove(self, fault_id: str) -> bool:
        with self._lock:
            injected = self._injected.pop(fault_id, None)
        if injected:
            injected.remove()
        return injected is not None

    def clear(self) -> None:
        for injected in self.all():
            self.remove(injected.id)
