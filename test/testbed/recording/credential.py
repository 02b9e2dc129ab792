"""Who calls: read from the signature, as moto reads it. Signatures are not verified."""

import re
from dataclasses import dataclass

from moto.iam.models import get_account_id_from, iam_backends
from moto.sts.models import sts_backends

from testbed.recording.message import Environ

#: https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-auth-using-authorization-header.html
_SCOPE = re.compile(r"Credential=(?P<session>[^/,\s]+)/\d+/(?P<region>[^/]+)/(?P<service>[^/]+)/aws4_request")

#: What the ids of temporary credentials begin with
#: (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-prefixes).
_TEMPORARY = "ASIA"


@dataclass(frozen=True)
class Credential:
    """``session`` is the access key id; empty where the call is not signed."""

    session: str
    region: str
    service: str


def credential_of(environ: Environ) -> Credential:
    # A presigned address carries the same scope in its query, escaped.
    query = environ.get("QUERY_STRING", "").replace("%2F", "/").replace("X-Amz-Credential=", "Credential=")
    match = _SCOPE.search(environ.get("HTTP_AUTHORIZATION", "")) or _SCOPE.search(query)
    if match:
        return Credential(match["session"], match["region"], match["service"])
    # Only STS is called unsigned here: AssumeRoleWithWebIdentity.
    return Credential("", "us-east-1", "sts")


def account_of(session: str) -> str:
    """The account of an access key, as moto resolves it."""
    return str(get_account_id_from(session))


def is_stale(session: str) -> bool:
    """Whether these are temporary credentials that no longer exist; moto would take them for its default account."""
    if not session.startswith(_TEMPORARY):
        return False
    return all(
        session not in backend.access_keys for account in list(iam_backends.values()) for backend in account.values()
    )


def principal_of(session: str, account: str) -> str:
    """The ARN of who calls, as error messages name it."""
    for backend in list(sts_backends[account].values()):
        role = backend.get_assumed_role_from_access_key(session)
        if role:
            return str(role.arn)
    return f"arn:aws:iam::{account}:root"
