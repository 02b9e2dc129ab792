"""Listings that moto answers as a whole: a client that does not turn pages must not see everything."""

from collections.abc import Callable
from typing import Any

from moto.core.responses import ActionResult
from moto.ec2.responses import EC2Response

from testbed.ec2.paging import USUAL, Limits, page

#: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_GetManagedPrefixListEntries.html
_PREFIX_LISTS = Limits(smallest=1, largest=100)


class ListingResponse(EC2Response):
    def describe_vpcs(self) -> ActionResult:
        return self._paged(super().describe_vpcs, "Vpcs")

    def describe_subnets(self) -> ActionResult:
        return self._paged(super().describe_subnets, "Subnets")

    def describe_network_interfaces(self) -> ActionResult:
        return self._paged(super().describe_network_interfaces, "NetworkInterfaces")

    def describe_managed_prefix_lists(self) -> ActionResult:
        return self._paged(super().describe_managed_prefix_lists, "PrefixLists", _PREFIX_LISTS)

    def get_managed_prefix_list_entries(self) -> ActionResult:
        return self._paged(super().get_managed_prefix_list_entries, "Entries", _PREFIX_LISTS)

    def _paged(self, describe: Callable[[], ActionResult], key: str, limits: Limits = USUAL) -> ActionResult:
        whole: Any = describe().result
        return ActionResult(page(self, key, list(whole[key]), limits))
