"""Rules of Route 53 Resolver, with those that AWS defines itself."""

from moto.route53resolver import models, responses

from testbed.resolver.backend import TestbedResolverBackend


def install() -> None:
    """Put it in moto's place; to be called before any call is served."""
    models.route53resolver_backends.backend = TestbedResolverBackend
    responses.Route53ResolverBackend = TestbedResolverBackend
