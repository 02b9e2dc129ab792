"""Work that goes on by itself: the world does not wait for a caller to ask about it."""

import logging
import threading
from collections.abc import Callable

logger = logging.getLogger("testbed")

#: Waits that many seconds; raises ``Stopped`` where the bed was reset meanwhile.
Pause = Callable[[float], None]


class Stopped(Exception):
    """The bed was reset: what this work changes no longer exists."""


class Background:
    """Runs work in threads, all of which end when the bed is reset."""

    def __init__(self) -> None:
        self._stopped = threading.Event()
        self._threads: list[threading.Thread] = []

    def start(self, work: Callable[[Pause], None]) -> None:
        """Runs the work in a thread of its own."""
        stopped = self._stopped

        def pause(seconds: float) -> None:
            if stopped.wait(seconds):
                raise Stopped

        thread = threading.Thread(target=_run, args=(work, pause, stopped), daemon=True)
        self._threads = [known for known in self._threads if known.is_alive()]
        self._threads.append(thread)
        thread.start()

    def after(self, seconds: float, work: Callable[[], None]) -> None:
        """Runs the work once, that many seconds from now."""

        def wait_and_work(pause: Pause) -> None:
            pause(seconds)
            work()

        self.start(wait_and_work)

    def reset(self, release: Callable[[], None]) -> None:
        """Ends everything that runs; ``release`` ends what some of it may be waiting for."""
        self._stopped.set()
        release()
        for thread in self._threads:
            thread.join(timeout=5)
        self._threads = []
        self._stopped = threading.Event()


def _run(work: Callable[[Pause], None], pause: Pause, stopped: threading.Event) -> None:
    try:
        work(pause)
    except Stopped:
        pass
    except Exception:
        # Nobody asks a thread for its result, so that silence would hide a fault of the bed.
        if not stopped.is_set():
            logger.exception("Work of the test bed failed")
