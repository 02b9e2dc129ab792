"""Private addresses as AWS gives them: of the interface's own subnet, each once."""

from typing import Any

from moto.ec2.models import EC2Backend


class Addresses(EC2Backend):
    def create_network_interface(
        self, subnet: Any, private_ip_address: Any, private_ip_addresses: Any = None, *others: Any, **named: Any
    ) -> Any:
        """moto takes any address of the subnet, also one that somebody has."""
        if not private_ip_address and not private_ip_addresses:
            private_ip_address = self._free_address(subnet)
        more = int(named.pop("secondary_ips_count", None) or 0)
        interface = super().create_network_interface(
            subnet, private_ip_address, private_ip_addresses, *others, **named
        )
        self._add_addresses(interface, more)
        return interface

    def assign_private_ip_addresses(
        self, eni_id: str, private_ip_addresses: Any = None, secondary_ips_count: int | None = None
    ) -> Any:
        interface = super().assign_private_ip_addresses(eni_id, private_ip_addresses, 0)
        self._add_addresses(interface, secondary_ips_count or 0)
        return interface

    def delete_network_interface(self, eni_id: str) -> None:
        interface = self.enis.get(eni_id)
        super().delete_network_interface(eni_id)
        if interface:
            for address in interface.private_ip_addresses:
                interface.subnet.del_subnet_ip(address["PrivateIpAddress"])

    def create_nat_gateway(self, *arguments: Any, **named: Any) -> Any:
        """With an interface of its own (https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html)."""
        named["connectivity_type"] = named.get("connectivity_type") or "public"
        gateway = super().create_nat_gateway(*arguments, **named)
        interface = gateway._eni
        address = interface.subnet.get_available_subnet_ip(None)
        interface.private_ip_address = gateway.private_ip = address
        interface.private_ip_addresses = [{"Primary": True, "PrivateIpAddress": address}]
        interface.interface_type = "nat_gateway"
        interface.description = f"Interface for NAT Gateway {gateway.id}"
        interface.requester_managed = True
        interface.status = "in-use"
        interface._group_set = []
        gateway.address_set[0]["privateIp"] = address
        return gateway

    def _add_addresses(self, interface: Any, count: int) -> None:
        for _ in range(count):
            address = {"Primary": False, "PrivateIpAddress": self._free_address(interface.subnet)}
            interface.private_ip_addresses.append(address)

    def _free_address(self, subnet: Any) -> str:
        found = self.get_subnet(subnet) if isinstance(subnet, str) else subnet
        return str(found.get_available_subnet_ip(None))
