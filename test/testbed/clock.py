"""Time, as the simulated services read it."""

import time


def now() -> float:
    """Seconds that never run backwards, for states that last a while."""
    return time.monotonic()


def epoch_milliseconds() -> int:
    """Milliseconds since 1970, as records carry them."""
    return time.time_ns() // 1_000_000
