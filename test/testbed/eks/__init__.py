"""The operations of EKS that moto lacks."""

from moto.eks import urls
from moto.eks.responses import EKSResponse

from testbed.eks.cluster_versions import ClusterVersionsResponse


class TestbedEksResponse(ClusterVersionsResponse, EKSResponse):
    """moto's own operations, and one base class for each group of operations that is added."""


#: Paths of the added operations, as in botocore's model of EKS, which tells the operation from method and path.
ADDED_PATHS = ("{0}/cluster-versions$",)


def install() -> None:
    """Make moto's server answer the added operations; to be called before the server starts."""
    for path in ADDED_PATHS:
        urls.url_paths[path] = TestbedEksResponse.dispatch
