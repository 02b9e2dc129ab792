"""DescribeClusterVersions (https://docs.aws.amazon.com/eks/latest/APIReference/API_DescribeClusterVersions.html)."""

from dataclasses import dataclass

from moto.core.responses import ActionResult, BaseResponse


@dataclass(frozen=True)
class ClusterVersion:
    """One Kubernetes minor version that EKS offers."""

    version: str
    status: str
    default: bool = False
    #: Newest patch that EKS runs of it.
    patch: int = 2

    def describe(self) -> dict[str, object]:
        return {
            "clusterVersion": self.version,
            "clusterType": "eks",
            "defaultVersion": self.default,
            "versionStatus": self.status,
            "kubernetesPatchVersion": f"{self.version}.{self.patch}",
            "status": self.status.lower().replace("_", "-"),
        }


#: What EKS offers in November 2026.
OFFERED = (
    ClusterVersion("1.36", "STANDARD_SUPPORT"),
    ClusterVersion("1.35", "STANDARD_SUPPORT", default=True),
    ClusterVersion("1.34", "STANDARD_SUPPORT"),
    ClusterVersion("1.33", "EXTENDED_SUPPORT"),
)

#: Day of the newest node image, which is in every release version of an image.
NODE_IMAGE_DAY = "20261109"
DEFAULT_VERSION = next(offered.version for offered in OFFERED if offered.default)


def minor(version: str) -> int:
    """The number that versions are compared by: 1.9 comes before 1.10."""
    return int(version.split(".")[1])


def patch_version(version: str) -> str:
    """The full version that runs when a minor is asked for."""
    patch = next((offered.patch for offered in OFFERED if offered.version == version), 0)
    return f"{version}.{patch}"


def release_version(version: str) -> str:
    """The newest node image of a minor version."""
    return f"{patch_version(version)}-{NODE_IMAGE_DAY}"


class ClusterVersionsResponse(BaseResponse):
    def describe_cluster_versions(self) -> ActionResult:
        wanted: list[str] = self._get_param("clusterVersions") or []
        status: str | None = self._get_param("versionStatus")
        default_only = bool(self._get_param("defaultOnly"))
        return ActionResult(
            {
                "clusterVersions": [
                    offered.describe()
                    for offered in OFFERED
                    if (not wanted or offered.version in wanted)
                    and status in (None, offered.status)
                    and (offered.default or not default_only)
                ]
            }
        )
