"""Who can reach a cluster's endpoint, by the rules of EKS.

https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html
"""

from collections.abc import Sequence
from dataclasses import dataclass
from ipaddress import ip_address, ip_network


@dataclass(frozen=True)
class Caller:
    """Where those who call Kubernetes endpoints stand; one place for the whole bed."""

    inside: bool = False
    address: str = "203.0.113.7"
    silence: bool = False
    """Whether the refused meet silence, as on AWS, where a client waits for its own time-out.

    Otherwise their connections are reset at once, so that tests are quick.
    """


@dataclass(frozen=True)
class EndpointAccess:
    """A cluster's endpoint settings; what EKS sets when nothing is asked for."""

    public: bool = True
    private: bool = False
    public_cidrs: Sequence[str] = ("0.0.0.0/0",)

    def admits(self, caller: Caller) -> bool:
        """From inside the VPC a private endpoint wins; the public one asks for the caller's address."""
        return (self.private and caller.inside) or (self.public and self._holds(caller.address))

    def _holds(self, address: str) -> bool:
        return any(ip_address(address) in ip_network(cidr) for cidr in self.public_cidrs)
