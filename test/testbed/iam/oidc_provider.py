"""OpenID Connect providers in IAM.

AWS names a provider by host and path, without the port
(https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateOpenIDConnectProvider.html); moto keeps the
port. The issuers of the bed have one, since they are local.
"""

from typing import Any
from urllib.parse import urlparse

from moto.iam.models import OpenIDConnectProvider

_initialise = OpenIDConnectProvider.__init__


def _without_port(self: OpenIDConnectProvider, *arguments: Any, **named: Any) -> None:
    _initialise(self, *arguments, **named)
    parsed = urlparse(f"https://{self.url}")
    self.url = f"{parsed.hostname}{parsed.path}"


def install() -> None:
    OpenIDConnectProvider.__init__ = _without_port  # type: ignore[method-assign]
