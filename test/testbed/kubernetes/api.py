"""A small client of one cluster's API."""

import http.client
import json
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

TIMEOUT_SECONDS = 60


class ApiError(RuntimeError):
    """The API answered with an error."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(f"HTTP {status}: {message}")
        self.status = status


class Api:
    """Calls a Kubernetes API on loopback as one user."""

    def __init__(self, *, port: int, authority: Path, token: str) -> None:
        self._port = port
        self._token = token
        self._context = ssl.create_default_context(cafile=str(authority))
        self._plurals: dict[tuple[str, str], tuple[str, bool]] = {}

    def request(self, method: str, path: str, body: object | None = None) -> Any:
        """The decoded answer; raises ``ApiError`` on an error status."""
        return self._send(method, path, body, "application/json")

    def patch(self, path: str, body: object) -> Any:
        """Merges the body into the object."""
        return self._send("PATCH", path, body, "application/merge-patch+json")

    def apply(self, manifest: dict[str, Any]) -> Any:
        """Server-side apply, so that a second time changes nothing."""
        query = urlencode({"fieldManager": "testbed", "force": "true"})
        return self._send("PATCH", f"{self.path(manifest)}?{query}", manifest, "application/apply-patch+yaml")

    def path(self, manifest: dict[str, Any]) -> str:
        """Where an object lives."""
        version, metadata = manifest["apiVersion"], manifest["metadata"]
        plural, namespaced = self._plural(version, manifest["kind"])
        root = f"/apis/{version}" if "/" in version else f"/api/{version}"
        namespace = f"/namespaces/{metadata.get('namespace', 'default')}" if namespaced else ""
        return f"{root}{namespace}/{plural}/{metadata['name']}"

    def watch(self, path: str, **query: str) -> Iterator[dict[str, Any]]:
        """Events until the server ends the watch."""
        with self._connection(None) as connection:
            target = f"{path}?{urlencode({**query, 'watch': 'true'})}"
            connection.request("GET", target, None, self._headers())
            response = connection.getresponse()
            if response.status != 200:
                raise ApiError(response.status, response.read().decode())
            for line in response:
                yield json.loads(line)

    def _plural(self, version: str, kind: str) -> tuple[str, bool]:
        if (version, kind) not in self._plurals:
            root = f"/apis/{version}" if "/" in version else f"/api/{version}"
            for resource in self.request("GET", root)["resources"]:
                if "/" not in resource["name"]:
                    self._plurals[version, resource["kind"]] = (
                        resource["name"],
                        resource["namespaced"],
                    )
        return self._plurals[version, kind]

    def _send(self, method: str, path: str, body: object | None, content_type: str) -> Any:
        with self._connection(TIMEOUT_SECONDS) as connection:
            content = None if body is None else json.dumps(body)
            connection.request(method, path, content, self._headers(content_type))
            response = connection.getresponse()
            text = response.read().decode()
            if response.status >= 400:
                raise ApiError(response.status, _message(text))
            return json.loads(text) if text.startswith("{") else text

    @contextmanager
    def _connection(self, timeout: float | None) -> Iterator[http.client.HTTPSConnection]:
        """An answer that breaks off is as much the end of the connection as a refused one."""
        connection = http.client.HTTPSConnection("127.0.0.1", self._port, timeout=timeout, context=self._context)
        try:
            yield connection
        except http.client.HTTPException as error:
            raise ConnectionError(f"The API on port {self._port} broke off: {error}") from error
        finally:
            connection.close()

    def _headers(self, content_type: str = "application/json") -> dict[str, str]:
        return {"authorization": f"Bearer {self._token}", "content-type": content_type}


def _message(text: str) -> str:
    try:
        return str(json.loads(text)["message"])
    except (ValueError, KeyError):
        return text
