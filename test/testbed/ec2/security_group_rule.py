"""One rule of a security group, with the identity that AWS gives it."""

from typing import Any

from moto.ec2.models import security_groups
from moto.ec2.models.security_groups import SecurityGroupRule as MotoSecurityGroupRule


class SecurityGroupRule(MotoSecurityGroupRule):
    """Two rules are the same whatever their descriptions say
    (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AuthorizeSecurityGroupIngress.html)."""

    def __init__(self, *arguments: Any, **named: Any):
        super().__init__(*arguments, **named)
        # Its eighth argument; moto keeps the id only.
        source = named.get("prefix_list_id") or (arguments[7] if len(arguments) > 7 else None) or {}
        self._prefix_list_description = source.get("Description")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SecurityGroupRule) and self.identity == other.identity

    __hash__ = None  # type: ignore[assignment]

    @property
    def identity(self) -> tuple[object, ...]:
        ports = () if self.ip_protocol == "-1" else (self.from_port, self.to_port)
        return (
            self.ip_protocol,
            ports,
            self.cidr_ipv4,
            self.cidr_ipv6,
            self.source_group.get("GroupId"),
            self.prefix_list_id,
        )

    @property
    def description(self) -> str | None:
        return self.ip_range.get("Description") or self.source_group.get("Description") or self._prefix_list_description

    @description.setter
    def description(self, text: str | None) -> None:
        holder = self.ip_range or self.source_group
        if holder:
            holder["Description"] = text or ""
        else:
            self._prefix_list_description = text

    @property
    def group_owner_id(self) -> str:
        return str(self.owner_id)

    @property
    def weight(self) -> int:
        """How many rules this one counts for: a prefix list as many as it may have entries."""
        prefix_list = self.ec2_backend.managed_prefix_lists.get(self.prefix_list_id)
        return int(prefix_list.max_entries or 1) if prefix_list else 1


def install_models() -> None:
    """moto creates its rules by the name in its module."""
    security_groups.SecurityGroupRule = SecurityGroupRule  # type: ignore[misc]
