"""The OpenID Connect issuers of clusters: a local HTTPS server.

eksctl connects to the issuer to read the thumbprint of its certificate when ``iam.withOIDC`` is set
(https://docs.aws.amazon.com/eks/latest/userguide/enable-iam-roles-for-service-accounts.html), and checks the
certificate: callers trust it through ``SSL_CERT_FILE``, which ``certificates.ts`` finds by the bed's port.
"""

import json
import ssl
import tempfile
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from testbed.bed import Bed
from testbed.eks.certificates import Authority


class Issuer:
    """Serves every cluster's issuer; starts with the first one that is asked for."""

    def __init__(self, bed: Bed) -> None:
        self.authority = Authority.create("test bed")
        self._bed = bed
        self._server: ThreadingHTTPServer | None = None
        self._lock = threading.Lock()

    def address(self, cluster_id: str) -> str:
        """The issuer of one cluster."""
        with self._lock:
            self._server = self._server or self._serve()
        # The certificate is for the name, and AWS's issuers have names, not addresses.
        return f"https://localhost:{self._server.server_address[1]}/id/{cluster_id}"

    def stop(self) -> None:
        if self._server:
            self._server.shutdown()
            self._server.server_close()
            self._server = None
            self.certificate_file.unlink(missing_ok=True)

    @property
    def certificate_file(self) -> Path:
        """Where callers find the authority that they are to trust."""
        port = urlsplit(self._bed.url).port
        return Path(tempfile.gettempdir(), f"scalardl-on-eks-testbed-{port}.pem")

    def _serve(self) -> ThreadingHTTPServer:
        self.certificate_file.write_bytes(self.authority.pem)
        server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        with tempfile.TemporaryDirectory() as folder:
            chain, key = self.authority.issue("localhost")
            chain_file, key_file = Path(folder, "chain.pem"), Path(folder, "key.pem")
            chain_file.write_bytes(chain)
            key_file.write_bytes(key)
            context.load_cert_chain(chain_file, key_file)
        server.socket = context.wrap_socket(server.socket, server_side=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return server


class _Handler(BaseHTTPRequestHandler):
    """The discovery document; nobody in the bed verifies a service account's token against its keys."""

    def do_GET(self) -> None:
        issuer = f"https://{self.headers['host']}{self.path.split('/.well-known')[0].rstrip('/')}"
        documents: dict[str, object] = {
            "/.well-known/openid-configuration": {"issuer": issuer, "jwks_uri": f"{issuer}/keys"},
            "/keys": {"keys": []},
        }
        body = next((value for suffix, value in documents.items() if self.path.endswith(suffix)), None)
        content = json.dumps(body if body is not None else {"message": "not found"}).encode()
        self.send_response(200 if body is not None else 404)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *arguments: object) -> None:
        """One line a request would bury the output of the test."""
