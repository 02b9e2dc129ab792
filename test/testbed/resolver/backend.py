"""moto's Route 53 Resolver, in which every VPC has the rule for the Internet and no two rules of one domain."""

from typing import Any

from moto.route53resolver.exceptions import InvalidRequestException
from moto.route53resolver.models import ResolverRule, ResolverRuleAssociation, Route53ResolverBackend

#: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-overview-forward-vpc-to-network-using-rules.html
_INTERNET = "rslvr-autodefined-rr-internet-resolver"


class TestbedResolverBackend(Route53ResolverBackend):
    # moto finds the paths of a service beside the module of its backend.
    __module__ = Route53ResolverBackend.__module__

    def __init__(self, region_name: str, account_id: str):
        super().__init__(region_name, account_id)
        self.resolver_rules[_INTERNET] = ResolverRule(
            account_id="Route 53 Resolver",
            region=region_name,
            rule_id=_INTERNET,
            creator_request_id="",
            rule_type="RECURSIVE",
            domain_name="",
            target_ips=[],
            resolver_endpoint_id=None,
            name="Internet Resolver",
        )

    def create_resolver_rule(self, *, target_ips: list[dict[str, Any]], **kwargs: Any) -> ResolverRule:  # type: ignore[override]
        # moto asks for the port that AWS assumes.
        targets = [{"Port": 53, **target} for target in target_ips]
        rule = super().create_resolver_rule(target_ips=targets, **kwargs)
        # moto adds a dot to every domain, AWS to those that lack it.
        rule.domain_name = f"{rule.domain_name.rstrip('.')}."
        return rule

    def associate_resolver_rule(self, resolver_rule_id: str, name: str, vpc_id: str) -> ResolverRuleAssociation:
        wanted = self.resolver_rules.get(resolver_rule_id)
        for association in self.resolver_rule_associations.values():
            other = self.resolver_rules[association.resolver_rule_id]
            if wanted and association.vpc_id == vpc_id and other.domain_name == wanted.domain_name:
                raise InvalidRequestException(
                    "Cannot associate rules with same domain name with same VPC. "
                    f"Conflict with resolver rule '{other.id}'"
                )
        return super().associate_resolver_rule(resolver_rule_id, name, vpc_id)

    def list_resolver_rule_associations(self, *args: Any, **kwargs: Any) -> Any:
        """Those of the rule for the Internet too, which also takes the domain ``.`` and is overridden by a rule of it."""
        own = self.resolver_rule_associations
        everywhere = [self._to_the_internet(vpc_id) for vpc_id in self.ec2_backend.vpcs]
        self.resolver_rule_associations = {**{one.id: one for one in everywhere}, **own}
        try:
            return super().list_resolver_rule_associations(*args, **kwargs)
        finally:
            self.resolver_rule_associations = own

    def _to_the_internet(self, vpc_id: str) -> ResolverRuleAssociation:
        key = f"rslvr-autodefined-assoc-{vpc_id}-internet-resolver"
        found = ResolverRuleAssociation(self.region_name, key, _INTERNET, vpc_id, "System Rule Association")
        found.status = "OVERRIDDEN" if self._has_rule_for_all(vpc_id) else "COMPLETE"
        return found

    def _has_rule_for_all(self, vpc_id: str) -> bool:
        return any(
            one.vpc_id == vpc_id and self.resolver_rules[one.resolver_rule_id].domain_name == "."
            for one in self.resolver_rule_associations.values()
        )
