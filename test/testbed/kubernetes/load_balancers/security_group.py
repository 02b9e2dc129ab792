"""Ingress rules of one security group, brought to what they should be."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Rule:
    """TCP from a range or from the members of another group."""

    from_port: int
    to_port: int
    description: str
    cidr: str | None = None
    group: str | None = None

    @property
    def sources(self) -> dict[str, Any]:
        """As moto's backend takes them."""
        if self.group:
            return {
                "ip_ranges": [],
                "source_groups": [{"GroupId": self.group, "Description": self.description}],
            }
        return {"ip_ranges": [{"CidrIp": self.cidr, "Description": self.description}]}


class SecurityGroup:
    """The rules that one owner keeps in a group; everybody else's stay as they are."""

    def __init__(self, ec2: Any, group_id: str) -> None:
        self._ec2 = ec2
        self._rules: set[Rule] = set()
        self.id = group_id

    def converge(self, rules: set[Rule]) -> None:
        """Adds what is missing, takes away what this owner added and wants no longer."""
        for rule in self._rules - rules:
            self._ec2.revoke_security_group_ingress(*self._address(rule), **rule.sources)
        for rule in rules - self._rules:
            self._ec2.authorize_security_group_ingress(*self._address(rule), **rule.sources)
        self._rules = set(rules)

    def _address(self, rule: Rule) -> tuple[str, str, str, str]:
        return self.id, "tcp", str(rule.from_port), str(rule.to_port)
