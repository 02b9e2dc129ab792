"""A cluster and everything that belongs to it.

https://docs.aws.amazon.com/eks/latest/APIReference/API_Cluster.html
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from moto.core.utils import utcnow

from testbed.eks.errors import in_use
from testbed.eks.update import Update
from testbed.eks.vpc_config import VpcConfig
from testbed.kubernetes import ControlPlane

if TYPE_CHECKING:
    from testbed.eks.access_entry import AccessEntry
    from testbed.eks.addon import Addon
    from testbed.eks.nodegroup import Nodegroup
    from testbed.eks.pod_identity import PodIdentityAssociation

LOG_TYPES = ("api", "audit", "authenticator", "controllerManager", "scheduler")


@dataclass
class Cluster:
    """One cluster; ``request`` is what CreateCluster was given, and later updates change."""

    name: str
    arn: str
    account_id: str
    region: str
    version: str
    role_arn: str
    vpc: VpcConfig
    service_range: str
    issuer: str
    request: dict[str, Any]
    #: Which log types are sent to CloudWatch.
    log_types: set[str]
    tags: dict[str, str]
    status: str = "CREATING"
    issues: list[dict[str, Any]] = field(default_factory=list)
    endpoint: str | None = None
    certificate_authority: str | None = None
    control_plane: ControlPlane | None = None
    nodegroups: "dict[str, Nodegroup]" = field(default_factory=dict)
    addons: "dict[str, Addon]" = field(default_factory=dict)
    access_entries: "dict[str, AccessEntry]" = field(default_factory=dict)
    pod_identity_associations: "dict[str, PodIdentityAssociation]" = field(default_factory=dict)
    updates: list[Update] = field(default_factory=list)
    unique: str = field(default_factory=lambda: str(uuid4().int)[:10])
    created_at: datetime = field(default_factory=utcnow)
    # moto's own operations on Fargate profiles keep theirs here.
    fargate_profiles: dict[str, Any] = field(default_factory=dict)
    fargate_profile_count: int = 0

    @property
    def is_active(self) -> bool:
        return self.status in ("ACTIVE", "UPDATING")

    @property
    def authentication_mode(self) -> str:
        return str(self.request["accessConfig"]["authenticationMode"])

    @property
    def _networking(self) -> dict[str, Any]:
        return self.request.get("kubernetesNetworkConfig") or {}

    def begin(self, update: Update) -> Update:
        """Takes the update as the one that runs; two at once are refused."""
        running = next((known for known in self.updates if known.status == "InProgress" and _whole(known)), None)
        if running:
            raise in_use(
                f"Cannot {update.type} because cluster {self.name} currently has update {running.id} in progress",
                clusterName=self.name,
            )
        if self.status != "ACTIVE":
            raise in_use(
                f"Cannot {update.type} because cluster {self.name} is currently in {self.status} state",
                clusterName=self.name,
            )
        self.updates.append(update)
        self.status = "UPDATING"
        return update

    def describe(self) -> dict[str, object]:
        return {
            "name": self.name,
            "arn": self.arn,
            "createdAt": self.created_at,
            "version": self.version,
            "endpoint": self.endpoint,
            "roleArn": self.role_arn,
            "resourcesVpcConfig": self.vpc.describe(),
            "kubernetesNetworkConfig": {
                "serviceIpv4Cidr": self.service_range,
                "ipFamily": "ipv4",
                "elasticLoadBalancing": self._networking.get("elasticLoadBalancing") or {"enabled": False},
            },
            "logging": describe_logging(self.log_types),
            "identity": {"oidc": {"issuer": self.issuer}},
            "status": self.status,
            "certificateAuthority": {"data": self.certificate_authority},
            "platformVersion": "eks.5",
            "tags": self.tags,
            "health": {"issues": self.issues},
            **{
                name: self.request.get(name)
                for name in ("encryptionConfig", "accessConfig", "upgradePolicy", "zonalShiftConfig")
            },
            # Auto Mode; its machines are for who builds the world to start.
            "computeConfig": self.request.get("computeConfig") or {"enabled": False},
            "storageConfig": self.request.get("storageConfig") or {"blockStorage": {"enabled": False}},
            "deletionProtection": self.request.get("deletionProtection", False),
        }


def describe_logging(enabled: set[str]) -> dict[str, object]:
    """The two lists of types, on and off, that EKS always answers with."""
    by_state = {
        True: [name for name in LOG_TYPES if name in enabled],
        False: [name for name in LOG_TYPES if name not in enabled],
    }
    return {"clusterLogging": [{"types": types, "enabled": state} for state, types in by_state.items() if types]}


def read_logging(enabled: set[str], logging: dict[str, Any] | None) -> set[str]:
    """The types that are on after this setting; types that it does not name stay as they are."""
    result = set(enabled)
    for setup in (logging or {}).get("clusterLogging", []):
        types = set(setup.get("types", []))
        result = result | types if setup.get("enabled") else result - types
    return result


def is_repeated(known: dict[str, Any], request: dict[str, Any]) -> bool:
    """The same request once more: an SDK that had no answer sends it again with its token
    (https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateCluster.html)."""
    token = request.get("clientRequestToken")
    return token is not None and known.get("clientRequestToken") == token


def _whole(update: Update) -> bool:
    return update.nodegroup_name is None and update.addon_name is None
