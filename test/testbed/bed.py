"""The running test bed: what the simulated services share."""

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import RLock

from moto.core.base_backend import BackendDict
from moto.core.model_instances import reset_model_data

from testbed.faults.faults import Faults
from testbed.kubernetes.access import Caller
from testbed.recording.recorder import Recorder
from testbed.settings import Settings


@dataclass
class Bed:
    """One bed in one process.

    ``lock`` serialises whatever reads or changes the state of moto, which is not made for several threads: every
    call runs in it, and a thread of a simulated service takes it for its own changes. Nothing sleeps in it.
    """

    settings: Settings = field(default_factory=Settings)
    caller: Caller = field(default_factory=Caller)
    recorder: Recorder = field(default_factory=Recorder)
    faults: Faults = field(default_factory=Faults)
    lock: RLock = field(default_factory=RLock)
    #: Address of every AWS service; empty until the server listens.
    url: str = ""
    _on_reset: list[Callable[[], None]] = field(default_factory=list)
    _on_stop: list[Callable[[], None]] = field(default_factory=list)
    _on_move: list[Callable[[Caller], None]] = field(default_factory=list)
    _on_pause: list[Callable[[bool], None]] = field(default_factory=list)

    def on_reset(self, action: Callable[[], None]) -> None:
        """Run ``action`` whenever the bed is reset, before moto forgets its state; it may stop processes."""
        self._on_reset.append(action)

    def on_stop(self, action: Callable[[], None]) -> None:
        """Run ``action`` when the bed ends; it ends the processes that a service started."""
        self._on_stop.append(action)

    def on_move(self, action: Callable[[Caller], None]) -> None:
        """Run ``action`` when those who call Kubernetes endpoints move."""
        self._on_move.append(action)

    def on_pause(self, action: Callable[[bool], None]) -> None:
        """Run ``action`` with True to halt the controllers of every cluster, with False to let them go on."""
        self._on_pause.append(action)

    def pause_controllers(self, paused: bool) -> None:
        for action in self._on_pause:
            action(paused)

    def move(self, caller: Caller) -> None:
        """Those who call Kubernetes endpoints stand elsewhere from now on."""
        if caller != self.caller:
            self.caller = caller
            for action in self._on_move:
                action(caller)

    def reset(self) -> None:
        """Forget everything: resources, records, faults, settings."""
        self.faults.clear()
        for action in self._on_reset:
            action()
        self.move(Caller())
        with self.lock:
            self.settings = Settings()
            _reset_moto()
        self.recorder.clear()

    def stop(self) -> None:
        self.faults.clear()
        for action in self._on_stop:
            action()


def _reset_moto() -> None:
    """As moto does, but without building every backend anew before it is thrown away."""
    for backends in BackendDict._instances:  # type: ignore[misc]
        backends.clear()
    BackendDict._instances.clear()  # type: ignore[misc]
    reset_model_data()
