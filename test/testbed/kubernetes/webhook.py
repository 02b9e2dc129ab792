"""The token webhook of every cluster of the bed.

https://kubernetes.io/docs/reference/access-authn-authz/authentication/#webhook-token-authentication
"""

from typing import Any
from urllib.parse import quote

from testbed.kubernetes.identity import Authenticate, Identity
from testbed.kubernetes.reviews import Review, ReviewServer


class TokenWebhook:
    """Asks each cluster's ``authenticate`` who a bearer token stands for."""

    def __init__(self) -> None:
        self._clusters: dict[str, tuple[str, Authenticate]] = {}
        self._server = ReviewServer(self._answer)

    def register(self, key: str, name: str, authenticate: Authenticate) -> str:
        """The address to which this cluster's token reviews go; the key is unique in the bed."""
        self._clusters[key] = (name, authenticate)
        return f"{self._server.address}/{quote(key, safe='')}"

    def forget(self, key: str) -> None:
        """The cluster is gone."""
        self._clusters.pop(key, None)

    def _answer(self, key: str, review: Review) -> Review:
        try:
            name, authenticate = self._clusters[key]
            return {"status": _status(authenticate(name, review["spec"]["token"]))}
        # Whatever goes wrong there is an answer of the review, as an operator would read it.
        except Exception as error:
            return {"status": {"authenticated": False, "error": f"{type(error).__name__}: {error}"}}


def _status(identity: Identity | None) -> dict[str, Any]:
    if identity is None:
        return {"authenticated": False}
    user = {"username": identity.username, "uid": identity.username}
    return {"authenticated": True, "user": {**user, "groups": list(identity.groups)}}
