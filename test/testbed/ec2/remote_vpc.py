"""A VPC that a peering request names but that does not exist: AWS finds out only after it answered."""

from dataclasses import dataclass


@dataclass(frozen=True)
class RemoteVpc:
    id: str
    owner_id: str
    region: str
    cidr_block: None = None

    def get_cidr_block_association_set(self, ipv6: bool = False) -> list[dict[str, object]]:
        return []
