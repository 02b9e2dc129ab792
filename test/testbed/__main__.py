"""Start the simulated AWS: ``python -m testbed``.

Prints one JSON object ``{"url": "http://127.0.0.1:PORT"}`` on stdout when ready. Stops when its stdin is
closed, so that it never outlives the test that started it, however that test ends.
"""

import json
import signal
import sys
from types import FrameType

from testbed import cloudformation, ec2, eks, elbv2, hasten, kubernetes, quotas, resolver
from testbed.bed import Bed
from testbed.server import listen, serve


def main() -> None:
    bed = Bed()
    hasten.install()
    ec2.install(bed)
    elbv2.install(bed)
    quotas.install(bed)
    resolver.install()
    eks.install(bed)
    cloudformation.install(bed)
    bed.on_move(kubernetes.set_caller)
    bed.on_pause(kubernetes.pause_controllers)
    bed.on_stop(kubernetes.stop_all)
    bed.on_reset(lambda: kubernetes.set_containers(kubernetes.Containers()))
    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, _end)
    server = listen(bed)
    serve(server)
    try:
        print(json.dumps({"url": bed.url}), flush=True)
        sys.stdin.buffer.read()
    finally:
        bed.stop()
        server.shutdown()


def _end(signal_number: int, frame: FrameType | None) -> None:
    """Leave as if stdin were closed, so that no control plane outlives the bed."""
    sys.exit(0)


if __name__ == "__main__":
    main()
