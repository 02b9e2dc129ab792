"""DescribeClusterVersions (https://docs.aws.amazon.com/eks/latest/APIReference/API_DescribeClusterVersions.html)."""

from dataclasses import dataclass

from moto.core.responses import ActionResult, BaseResponse


@dataclass(frozen=True)
class ClusterVersion:
    """One Kubernetes minor version that EKS offers."""

    version: str
    status: str
    default: bool = False

    def describe(self) -> dict[str, object]:
        return {
            "clusterVersion": self.version,
            "clusterType": "eks",
            "defaultVersion": self.default,
            "versionStatus": self.status,
            "status": self.status.lower().replace("_", "-"),
        }


#: What EKS offers in November 2026.
OFFERED = (
    ClusterVersion("1.36", "STANDARD_SUPPORT"),
    ClusterVersion("1.35", "STANDARD_SUPPORT", default=True),
    ClusterVersion("1.34", "STANDARD_SUPPORT"),
    ClusterVersion("1.33", "EXTENDED_SUPPORT"),
)


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
