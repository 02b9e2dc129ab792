"""Network interfaces that are found by every group they hold, also those of their instance."""

from typing import Any

from moto.ec2.models import elastic_network_interfaces
from moto.ec2.models.elastic_network_interfaces import NetworkInterface as MotoNetworkInterface


class NetworkInterface(MotoNetworkInterface):
    def get_filter_value(self, filter_name: str, method_name: str | None = None) -> Any:
        if filter_name == "group-id":
            return [group.id for group in self.group_set]
        return super().get_filter_value(filter_name, method_name)


def install_models() -> None:
    """moto creates its interfaces by the name in its module."""
    elastic_network_interfaces.NetworkInterface = NetworkInterface  # type: ignore[misc]
