"""The add-ons that EKS offers (https://docs.aws.amazon.com/eks/latest/userguide/workloads-add-ons-available-eks.html)."""

from dataclasses import dataclass

from testbed.eks.cluster_versions import OFFERED, minor, patch_version

_POLICIES = "arn:aws:iam::aws:policy/"


@dataclass(frozen=True)
class Workload:
    """What an add-on runs in the cluster: a DaemonSet or a Deployment of some pods."""

    kind: str
    name: str
    replicas: int = 2
    #: What its pods carry in ``k8s-app``; its name where nothing is said.
    label: str | None = None


@dataclass(frozen=True)
class OfferedAddon:
    """One add-on; ``policies`` are the managed policies recommended for each service account."""

    name: str
    type: str
    #: Oldest first, without the build; empty where the version is Kubernetes' own.
    releases: tuple[str, ...]
    workloads: tuple[Workload, ...]
    namespace: str = "kube-system"
    policies: tuple[tuple[str, str], ...] = ()

    def versions(self, cluster_version: str) -> list[str]:
        """Newest first; the first is the default."""
        return [f"{release}-eksbuild.2" for release in reversed(self.releases or _older_too(cluster_version))]

    def cluster_versions(self, version: str) -> list[str]:
        """The minors with which a version of the add-on runs."""
        return [offered.version for offered in OFFERED if version in self.versions(offered.version)]

    def describe(self, cluster_version: str | None, addon_version: str | None) -> dict[str, object]:
        minors = [cluster_version] if cluster_version else [offered.version for offered in OFFERED]
        versions = list(dict.fromkeys(version for minor in minors for version in self.versions(minor)))
        return {
            "addonName": self.name,
            "type": self.type,
            "addonVersions": [
                self._describe_version(version, minors) for version in versions if addon_version in (None, version)
            ],
            "publisher": "eks",
            "owner": "aws",
            "defaultNamespace": self.namespace,
        }

    def _describe_version(self, version: str, minors: list[str]) -> dict[str, object]:
        return {
            "addonVersion": version,
            "architecture": ["amd64", "arm64"],
            "computeTypes": ["ec2", "auto", "hybrid"],
            "compatibilities": [
                {
                    "clusterVersion": minor,
                    "platformVersions": ["*"],
                    "defaultVersion": version == self.versions(minor)[0],
                }
                for minor in minors
                if version in self.versions(minor)
            ],
            "requiresConfiguration": False,
            "requiresIamPermissions": bool(self.policies),
        }


def _older_too(cluster_version: str) -> list[str]:
    """A cluster that was upgraded goes on with the kube-proxy of before
    (https://kubernetes.io/releases/version-skew-policy/#kube-proxy)."""
    minors = [offered.version for offered in reversed(OFFERED) if minor(offered.version) <= minor(cluster_version)]
    return [release for version in minors for release in (f"v{version}.0", f"v{patch_version(version)}")]


CATALOG = (
    OfferedAddon(
        "vpc-cni",
        "networking",
        ("v1.20.4", "v1.21.1"),
        (Workload("DaemonSet", "aws-node"),),
        policies=(("aws-node", f"{_POLICIES}AmazonEKS_CNI_Policy"),),
    ),
    OfferedAddon("coredns", "networking", ("v1.12.4", "v1.13.1"), (Workload("Deployment", "coredns", label="kube-dns"),)),
    OfferedAddon("kube-proxy", "networking", (), (Workload("DaemonSet", "kube-proxy"),)),
    OfferedAddon("metrics-server", "observability", ("v0.8.0", "v0.8.1"), (Workload("Deployment", "metrics-server"),)),
    OfferedAddon(
        "eks-pod-identity-agent",
        "security",
        ("v1.3.9", "v1.3.10"),
        (Workload("DaemonSet", "eks-pod-identity-agent"),),
    ),
    OfferedAddon(
        "aws-ebs-csi-driver",
        "storage",
        ("v1.52.1", "v1.53.0"),
        (Workload("Deployment", "ebs-csi-controller"), Workload("DaemonSet", "ebs-csi-node")),
        policies=(("ebs-csi-controller-sa", f"{_POLICIES}service-role/AmazonEBSCSIDriverPolicy"),),
    ),
    OfferedAddon(
        "amazon-cloudwatch-observability",
        "observability",
        ("v4.5.0", "v4.6.0"),
        (
            Workload("Deployment", "amazon-cloudwatch-observability-controller-manager", replicas=1),
            Workload("DaemonSet", "cloudwatch-agent"),
            Workload("DaemonSet", "fluent-bit"),
        ),
        namespace="amazon-cloudwatch",
        policies=(("cloudwatch-agent", f"{_POLICIES}CloudWatchAgentServerPolicy"),),
    ),
)


def offered_addon(name: str) -> OfferedAddon | None:
    return next((offered for offered in CATALOG if offered.name == name), None)
