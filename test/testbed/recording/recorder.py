"""Keeps the calls in order of arrival."""

from itertools import count
from threading import Lock

from testbed.recording.recorded_call import RecordedCall


class Recorder:
    def __init__(self) -> None:
        self._lock = Lock()
        self._sequence = count(1)
        self._calls: list[RecordedCall] = []

    def next_sequence(self) -> int:
        """The number of a call that arrives; numbers go on after the calls are forgotten."""
        with self._lock:
            return next(self._sequence)

    def add(self, call: RecordedCall) -> None:
        """Keep a call that is done; one that is still on its way is not listed."""
        with self._lock:
            self._calls.append(call)

    def calls(self, after: int = 0) -> list[RecordedCall]:
        with self._lock:
            later = [call for call in self._calls if call.sequence > after]
        return sorted(later, key=lambda call: call.sequence)

    def clear(self) -> None:
        with self._lock:
            self._calls.clear()
