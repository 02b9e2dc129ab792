"""The HTTP server: a thread a call, on loopback only."""

from threading import Thread

from moto.moto_server.werkzeug_app import DomainDispatcherApplication, MotoRequestHandler, create_backend_app
from werkzeug.serving import BaseWSGIServer, make_server

from testbed.application import Application
from testbed.bed import Bed


class QuietHandler(MotoRequestHandler):
    """One line a request would bury the output of the test."""

    #: Head and body leave together: a client that has the head must not lose the body when the connection ends.
    wbufsize = -1

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Say nothing: every call is recorded."""


def listen(bed: Bed) -> BaseWSGIServer:
    """A server on a port of the kernel's choosing; ``bed.url`` says which."""
    aws = DomainDispatcherApplication(create_backend_app)
    server = make_server("127.0.0.1", 0, Application(bed, aws), threaded=True, request_handler=QuietHandler)
    bed.url = f"http://127.0.0.1:{server.server_port}"
    return server


def serve(server: BaseWSGIServer) -> None:
    """Answer from now on, beside the thread that waits for the end."""
    # A poll of 20 ms: what shutting down waits for.
    Thread(target=lambda: server.serve_forever(poll_interval=0.02), daemon=True).start()
