"""Managed prefix lists: an unknown id is an error."""

from typing import Any

from moto.ec2.exceptions import EC2ClientError
from moto.ec2.models import EC2Backend


class PrefixLists(EC2Backend):
    def describe_managed_prefix_lists(self, prefix_list_ids: list[str] | None = None, filters: Any = None) -> list[Any]:
        for prefix_list_id in prefix_list_ids or []:
            self._known(prefix_list_id)
        return list(super().describe_managed_prefix_lists(prefix_list_ids, filters))

    def get_managed_prefix_list_entries(self, prefix_list_id: str) -> Any:
        return self._known(prefix_list_id)

    def delete_managed_prefix_list(self, prefix_list_id: str) -> Any:
        self._known(prefix_list_id)
        return super().delete_managed_prefix_list(prefix_list_id)

    def _known(self, prefix_list_id: str) -> Any:
        prefix_list = self.managed_prefix_lists.get(prefix_list_id)
        if prefix_list is None:
            raise EC2ClientError(
                "InvalidPrefixListID.NotFound", f"The prefix list ID '{prefix_list_id}' does not exist"
            )
        return prefix_list
