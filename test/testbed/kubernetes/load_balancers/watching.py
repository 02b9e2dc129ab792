"""A thread that does a round whenever something changed, and waits on a watch between them."""

import threading
from collections.abc import Callable
from dataclasses import dataclass

from testbed.kubernetes.api import Api

PAUSE_SECONDS = 0.5


@dataclass(frozen=True)
class Watch:
    """What ends the wait: a change of the collection since this version of it, or the time."""

    path: str
    version: str
    seconds: int


class Watching:
    """Goes on while the API is upgraded, until it is stopped."""

    def __init__(self, api: Callable[[], Api], round: Callable[[Api], Watch]) -> None:
        self._api = api
        self._round = round
        self._stopped = threading.Event()
        threading.Thread(target=self._run, daemon=True).start()

    def stop(self) -> None:
        """There is no further round."""
        self._stopped.set()

    def _run(self) -> None:
        while not self._stopped.is_set():
            try:
                self._once(self._api())
            except (OSError, ValueError, RuntimeError):
                # The API is away: it is being upgraded or ended.
                self._stopped.wait(PAUSE_SECONDS)

    def _once(self, api: Api) -> None:
        watch = self._round(api)
        query = {"resourceVersion": watch.version, "timeoutSeconds": str(watch.seconds)}
        for _ in api.watch(watch.path, **query):
            return
