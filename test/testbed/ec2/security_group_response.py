"""The operations of security groups: all or nothing, in pages, and without what is not visible yet."""

from collections.abc import Callable
from typing import Any

from moto.core.responses import ActionResult
from moto.ec2.exceptions import EC2ClientError, InvalidSecurityGroupNotFoundError
from moto.ec2.responses import EC2Response

from testbed.ec2.all_or_nothing import all_or_nothing
from testbed.ec2.errors import invalid_value
from testbed.ec2.paging import page
from testbed.ec2.security_group_view import SecurityGroupView, StaleSecurityGroup, visible_rules
from testbed.ec2.visibility import visibility

_RULE_FILTERS = ("group-id", "security-group-rule-id", "tag-key")


class SecurityGroupResponse(EC2Response):
    def create_security_group(self) -> ActionResult:
        result = super().create_security_group()
        visibility.hide(result.result["GroupId"])  # type: ignore[index]
        return result

    def delete_security_group(self) -> ActionResult:
        group = self.ec2_backend.get_security_group_from_id(self._get_param("GroupId") or "")
        if group is not None and group.is_default:
            raise EC2ClientError("CannotDelete", 'the specified group: "default" name is reserved')
        return super().delete_security_group()

    def authorize_security_group_ingress(self) -> ActionResult:
        return self._authorize(self.ec2_backend.authorize_security_group_ingress)

    def authorize_security_group_egress(self) -> ActionResult:
        return self._authorize(self.ec2_backend.authorize_security_group_egress)

    def _authorize(self, authorize: Callable[..., Any]) -> ActionResult:
        added: list[Any] = []
        with all_or_nothing(self._group()):
            for permission in self._process_rules_from_querystring():
                rules, _ = authorize(**permission)
                added += rules
        for rule in added:
            visibility.hide(rule.id)
        return ActionResult({"Return": True, "SecurityGroupRules": added})

    def revoke_security_group_ingress(self) -> ActionResult:
        return self._revoke(self.ec2_backend.revoke_security_group_ingress)

    def revoke_security_group_egress(self) -> ActionResult:
        return self._revoke(self.ec2_backend.revoke_security_group_egress)

    def _revoke(self, revoke: Callable[..., Any]) -> ActionResult:
        with all_or_nothing(self._group()):
            for permission in self._process_rules_from_querystring():
                del permission["sgrule_tags"]
                revoke(**permission)
        return ActionResult({"Return": True})

    def _group(self) -> Any:
        name = self._get_param("GroupId") or self._get_param("GroupName")
        group = self.ec2_backend.get_security_group_by_name_or_id(name)
        if group is None:
            raise InvalidSecurityGroupNotFoundError(name)
        return group

    def describe_security_groups(self) -> ActionResult:
        groups = self.ec2_backend.describe_security_groups(
            group_ids=self._get_param("GroupIds", []),
            groupnames=self._get_param("GroupNames", []),
            filters=self._filters_from_querystring(),
        )
        seen = [SecurityGroupView(group) for group in groups if not visibility.is_hidden(group.id)]
        return ActionResult(page(self, "SecurityGroups", seen))

    def describe_security_group_rules(self) -> ActionResult:
        filters = self._filters_from_querystring()
        for name in filters:
            if name not in _RULE_FILTERS and not name.startswith("tag:"):
                raise invalid_value(f"The filter '{name}' is invalid")
        rules = self.ec2_backend.describe_security_group_rules(self._get_param("SecurityGroupRuleIds", []), filters)
        seen = [rule for rule in visible_rules(rules) if not visibility.is_hidden(rule.group_id)]
        return ActionResult(page(self, "SecurityGroupRules", seen))

    def describe_stale_security_groups(self) -> ActionResult:
        vpc = self.ec2_backend.get_vpc(self._get_param("VpcId"))
        groups = [StaleSecurityGroup(group) for group in self.ec2_backend.groups[vpc.id].values()]
        return ActionResult(page(self, "StaleSecurityGroupSet", [group for group in groups if group.is_stale]))
