"""Who holds an access key: what moto's IAM and STS know of it."""

from dataclasses import dataclass

from moto.iam.models import iam_backends
from moto.sts.models import sts_backends


@dataclass(frozen=True)
class Principal:
    """The holder of an access key."""

    account_id: str
    #: The IAM user or role, as access entries name it: never a session.
    arn: str
    #: The caller as STS names it: an assumed role with its session, or the user.
    caller_arn: str
    secret_access_key: str
    session_name: str | None = None


def find_principal(access_key_id: str) -> Principal | None:
    """The user or role to which the access key belongs; ``None`` for a key that moto never issued."""
    return _role_session(access_key_id) or _user(access_key_id)


def principal_arn(access_key_id: str, account_id: str) -> str:
    """The holder's ARN; the account's root for a key that moto never issued, since it refuses none."""
    principal = find_principal(access_key_id)
    return principal.arn if principal else f"arn:aws:iam::{account_id}:root"


def _role_session(access_key_id: str) -> Principal | None:
    backends = [backend for account in list(sts_backends.values()) for backend in list(account.values())]
    for backend in backends:
        session = backend.get_assumed_role_from_access_key(access_key_id)
        if session:
            return Principal(
                account_id=session.account_id,
                arn=session.role_arn,
                caller_arn=session.arn,
                secret_access_key=session.secret_access_key,
                session_name=session.session_name,
            )
    return None


def _user(access_key_id: str) -> Principal | None:
    backends = [backend for account in list(iam_backends.values()) for backend in list(account.values())]
    for backend in backends:
        for user in list(backend.users.values()):
            for key in user.access_keys:
                if key.access_key_id == access_key_id:
                    return Principal(
                        account_id=backend.account_id,
                        arn=user.arn,
                        caller_arn=user.arn,
                        secret_access_key=key.secret_access_key,
                    )
    return None
