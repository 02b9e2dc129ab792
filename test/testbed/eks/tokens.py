"""Bearer tokens of EKS: a presigned GetCallerIdentity request, made by ``aws eks get-token`` and eksctl.

https://github.com/kubernetes-sigs/aws-iam-authenticator#api-authorization-from-outside-a-cluster
"""

import base64
import hashlib
import hmac
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qsl, quote, urlsplit

from testbed.bed import Bed
from testbed.eks.access_entry import AccessEntry
from testbed.eks.access_policies import group_of
from testbed.eks.cluster import Cluster
from testbed.iam.principals import Principal, find_principal
from testbed.kubernetes import Identity

PREFIX = "k8s-aws-v1."
CLUSTER_HEADER = "x-k8s-aws-id"
LIFETIME = timedelta(minutes=15)
#: Clocks differ; the presigned request may seem to come from the future by this much.
SKEW = timedelta(minutes=5)


@dataclass(frozen=True)
class PresignedRequest:
    """The request that a token holds."""

    host: str
    path: str
    query: dict[str, str]

    @property
    def access_key_id(self) -> str:
        return self.query.get("X-Amz-Credential", "").split("/")[0]

    @property
    def signed_headers(self) -> list[str]:
        return self.query.get("X-Amz-SignedHeaders", "").split(";")

    def is_current(self, now: datetime) -> bool:
        try:
            signed = datetime.strptime(self.query["X-Amz-Date"], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
        except (KeyError, ValueError):
            return False
        return -SKEW <= now - signed <= LIFETIME

    def signature(self, secret: str, cluster_name: str) -> str:
        """The signature that the holder of the secret makes for this cluster.

        https://docs.aws.amazon.com/IAM/latest/UserGuide/create-signed-request.html
        """
        headers = {"host": self.host, CLUSTER_HEADER: cluster_name}
        pairs = sorted((name, value) for name, value in self.query.items() if name != "X-Amz-Signature")
        canonical = "\n".join(
            [
                "GET",
                quote(self.path or "/", safe="/~"),
                "&".join(f"{quote(name, safe='~')}={quote(value, safe='~')}" for name, value in pairs),
                *(f"{name}:{headers.get(name, '')}" for name in self.signed_headers),
                "",
                ";".join(self.signed_headers),
                hashlib.sha256(b"").hexdigest(),
            ]
        )
        scope = self.query["X-Amz-Credential"].split("/")[1:]
        text = "\n".join(
            [
                "AWS4-HMAC-SHA256",
                self.query["X-Amz-Date"],
                "/".join(scope),
                hashlib.sha256(canonical.encode()).hexdigest(),
            ]
        )
        key = f"AWS4{secret}".encode()
        for part in [*scope, text]:
            key = hmac.new(key, part.encode(), hashlib.sha256).digest()
        return key.hex()


def read_token(token: str) -> PresignedRequest | None:
    """The request in the token; ``None`` for anything that is not one of EKS's."""
    if not token.startswith(PREFIX):
        return None
    encoded = token.removeprefix(PREFIX)
    try:
        url = urlsplit(base64.urlsafe_b64decode(encoded + "=" * (-len(encoded) % 4)).decode())
        query = dict(parse_qsl(url.query, keep_blank_values=True, strict_parsing=True))
    except ValueError:
        return None
    return PresignedRequest(url.netloc, url.path, query)


def verify_token(token: str, cluster_name: str, now: datetime) -> Principal | None:
    """Who made the token for this cluster; ``None`` where it proves nobody."""
    request = read_token(token)
    if (
        request is None
        or request.query.get("Action") != "GetCallerIdentity"
        or CLUSTER_HEADER not in request.signed_headers
        or not request.is_current(now)
    ):
        return None
    principal = find_principal(request.access_key_id)
    if principal is None:
        return None
    expected = request.signature(principal.secret_access_key, cluster_name)
    return principal if hmac.compare_digest(expected, request.query.get("X-Amz-Signature", "")) else None


def authenticator(cluster: Cluster, bed: Bed) -> Callable[[str, str], Identity | None]:
    """Tells the cluster's Kubernetes API who a token belongs to."""

    def authenticate(_: str, token: str) -> Identity | None:
        with bed.lock:
            principal = verify_token(token, cluster.name, datetime.now(UTC))
            entry = principal and cluster.access_entries.get(principal.arn)
            if not principal or not entry:
                return None
            return Identity(username=_username(entry, principal), groups=_groups(entry))

    return authenticate


def _username(entry: AccessEntry, principal: Principal) -> str:
    name = entry.kubernetes_username
    for placeholder in ("{{SessionName}}", "{{SessionNameRaw}}"):
        name = name.replace(placeholder, principal.session_name or "")
    return name


def _groups(entry: AccessEntry) -> tuple[str, ...]:
    described = entry.describe()["kubernetesGroups"]
    assert isinstance(described, list)
    # A policy in some namespaces only admits nobody here: the bed errs on the strict side.
    whole = [group_of(arn) for arn, policy in entry.policies.items() if policy.scope["type"] == "cluster"]
    return tuple(dict.fromkeys([*described, *whole]))
