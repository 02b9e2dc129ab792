"""The way from the API server to the Services of its cluster, as EKS has it through the control plane's interfaces.

Nothing runs behind a Service of the bed but the metrics API.
https://kubernetes.io/docs/tasks/extend-kubernetes/setup-konnectivity/
"""

import contextlib
import json
import ssl
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from socketserver import ThreadingUnixStreamServer, _SocketWriter

from testbed.kubernetes.api import Api, ApiError
from testbed.kubernetes.certificates import Certificates
from testbed.kubernetes.metrics import answer_metrics

SOCKET = "cluster-network.sock"
CONFIGURATION = "egress.json"
METRICS_SERVICE = "/api/v1/namespaces/kube-system/services/metrics-server"


class ClusterNetwork:
    """Listens in the cluster's folder, where the API server looks for it."""

    def __init__(self, folder: Path, certificates: Certificates, api: Callable[[], Api]) -> None:
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        tls.load_cert_chain(certificates.server, certificates.server_key)
        path = str(folder / SOCKET)
        (folder / CONFIGURATION).write_text(json.dumps(_configuration(path)))
        self._server = ThreadingUnixStreamServer(path, _handler(tls, api))
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        """Nobody is led anywhere any more."""
        self._server.shutdown()
        self._server.server_close()


def _configuration(path: str) -> dict[str, object]:
    transport = {"uds": {"udsName": path}}
    return {
        "apiVersion": "apiserver.k8s.io/v1beta1",
        "kind": "EgressSelectorConfiguration",
        "egressSelections": [
            {"name": "cluster", "connection": {"proxyProtocol": "HTTPConnect", "transport": transport}}
        ],
    }


def _handler(tls: ssl.SSLContext, api: Callable[[], Api]) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def handle(self) -> None:
            # The API server asks several times at once and hangs up once it knows.
            with contextlib.suppress(OSError):
                super().handle()

        def do_CONNECT(self) -> None:
            if self.path.rsplit(":", 1)[0] != _metrics_address(api()):
                self.send_error(502)
                return
            self.send_response(200)
            self.end_headers()
            # What follows on this connection is the other end's own.
            self.connection = tls.wrap_socket(self.connection, server_side=True)
            self.rfile = self.connection.makefile("rb")
            self.wfile = _SocketWriter(self.connection)
            self.close_connection = False

        def do_GET(self) -> None:
            found = answer_metrics(api(), self.path)
            content = json.dumps(found or {}).encode()
            self.send_response(404 if found is None else 200)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *arguments: object) -> None:
            """One line a request would bury the output of the test."""

    return Handler


def _metrics_address(api: Api) -> str | None:
    try:
        return str(api.request("GET", METRICS_SERVICE)["spec"]["clusterIP"])
    except (ApiError, OSError):
        return None
