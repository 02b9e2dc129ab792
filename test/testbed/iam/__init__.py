"""Who calls, and the identity providers of clusters."""

from testbed.iam import oidc_provider


def install() -> None:
    """Make moto's IAM name OpenID Connect providers as AWS does."""
    oidc_provider.install()
