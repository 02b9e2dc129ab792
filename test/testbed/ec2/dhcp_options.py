"""The set of DHCP options that every new VPC has, where moto gives it none.

https://docs.aws.amazon.com/vpc/latest/userguide/VPC_DHCP_Options.html
"""

from typing import Any

from moto.ec2.models import EC2Backend
from moto.ec2.models.dhcp_options import DHCPOptionsSet


class DhcpOptions(EC2Backend):
    def create_vpc(self, *args: Any, **kwargs: Any) -> Any:
        vpc = super().create_vpc(*args, **kwargs)
        vpc.dhcp_options = self._default_options()
        return vpc

    def delete_vpc(self, vpc_id: str) -> Any:
        vpc = self.get_vpc(vpc_id)
        # moto would delete the set with the VPC, which others have too.
        if vpc:
            vpc.dhcp_options = None
        return super().delete_vpc(vpc_id)

    def _default_options(self) -> DHCPOptionsSet:
        found = getattr(self, "_default_dhcp_options", None)
        if found is None or found.id not in self.dhcp_options_sets:
            zone = "ec2" if self.region_name == "us-east-1" else f"{self.region_name}.compute"
            found = self.create_dhcp_options(["AmazonProvidedDNS"], [f"{zone}.internal"])
            self._default_dhcp_options = found
        return found
