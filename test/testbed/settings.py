"""How slow, how late and how unwilling the simulated AWS is."""

from dataclasses import dataclass, field
from fnmatch import fnmatchcase


@dataclass(frozen=True)
class Durations:
    """Seconds that each kind of resource takes to change; ``delete`` is for every kind."""

    cluster: float = 0.2
    nodegroup: float = 0.2
    addon: float = 0.2
    update: float = 0.2
    stack: float = 0.2
    peering: float = 0.2
    delete: float = 0.2


@dataclass(frozen=True)
class Quotas:
    """Limits in force, which Service Quotas answers with; the defaults of AWS
    (https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html)."""

    routes_per_table: int = 50
    rules_per_security_group: int = 60
    active_peerings_per_vpc: int = 50
    outstanding_peerings: int = 25


@dataclass(frozen=True)
class Failure:
    """A creation that fails on the way; ``silent``: its stack completes all the same."""

    resource: str
    reason: str
    name: str = "*"
    silent: bool = False


@dataclass(frozen=True)
class Condition:
    """What EKS finds out by itself about a ``cluster`` or a ``nodegroup`` of this name: a status, an issue, or both."""

    resource: str
    name: str
    status: str | None = None
    code: str | None = None
    message: str = ""


@dataclass(frozen=True)
class Target:
    """How load balancers find a target, by its address or instance, as long as this stands."""

    id: str
    state: str
    reason: str | None = None


@dataclass(frozen=True)
class Settings:
    """``consistency_milliseconds``: how long a new id is not yet known to later calls."""

    consistency_milliseconds: float = 0
    latency_milliseconds: float = 0
    durations: Durations = field(default_factory=Durations)
    quotas: Quotas = field(default_factory=Quotas)
    failures: tuple[Failure, ...] = ()
    conditions: tuple[Condition, ...] = ()
    targets: tuple[Target, ...] = ()

    def failure(self, resource: str, name: str) -> Failure | None:
        """How the creation of this resource is to fail; ``None`` where it is to succeed."""
        for failure in self.failures:
            if failure.resource == resource and fnmatchcase(name, failure.name):
                return failure
        return None
