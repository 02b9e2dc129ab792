"""The network of containers: an HTTP proxy that leads each address to whoever listens for it on loopback.

Programs that know proxies call every address as it is; names need not be known to this machine.
https://www.rfc-editor.org/rfc/rfc9110#CONNECT
"""

import contextlib
import socket
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from testbed.kubernetes.kubelet.containers import Containers

CHUNK = 1 << 16


class Network:
    """Listens on loopback as long as the bed is there."""

    def __init__(self, containers: Callable[[], Containers]) -> None:
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(containers))
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    @property
    def proxy(self) -> str:
        """Value of ``HTTPS_PROXY``."""
        return f"http://127.0.0.1:{self._server.server_port}"


def _handler(containers: Callable[[], Containers]) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_CONNECT(self) -> None:
            port = containers().port_of(self.path)
            try:
                if port is None:
                    raise ConnectionError(f"no such host: {self.path}")
                other = socket.create_connection(("127.0.0.1", port))
            except OSError as error:
                self.send_error(502, str(error))
                return
            self.send_response(200)
            self.end_headers()
            self.close_connection = True
            with other:
                _join(self.connection, other)

        def log_message(self, format: str, *arguments: object) -> None:
            """One line a request would bury the output of the test."""

    return Handler


def _join(one: socket.socket, other: socket.socket) -> None:
    back = threading.Thread(target=_pass_on, args=(other, one), daemon=True)
    back.start()
    _pass_on(one, other)
    back.join()


def _pass_on(source: socket.socket, target: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while chunk := source.recv(CHUNK):
            target.sendall(chunk)
    with contextlib.suppress(OSError):
        target.shutdown(socket.SHUT_WR)
