"""Start the simulated AWS: ``python -m testbed``.

Prints one JSON object ``{"url": "http://127.0.0.1:PORT"}`` on stdout when ready. Stops when its stdin is
closed, so that it never outlives the test that started it, however that test ends.
"""

import json
import logging
import sys

from moto.server import ThreadedMotoServer

from testbed import eks


def main() -> None:
    # One line a request would bury the output of the test.
    logging.getLogger("werkzeug").setLevel(logging.WARNING)
    eks.install()
    # Port 0: the kernel chooses one that is free.
    server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    print(json.dumps({"url": f"http://{host}:{port}"}), flush=True)
    sys.stdin.buffer.read()
    server.stop()


if __name__ == "__main__":
    main()
