"""Where a cluster's load balancers are made."""

from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class LoadBalancers:
    """The cluster's place in the simulated AWS.

    ``lock`` guards moto's state. Subnets are found by their tags when they are needed, as on AWS.
    """

    account: str
    region: str
    cluster: str
    vpc_id: str
    cluster_security_group: str
    lock: AbstractContextManager[Any]
