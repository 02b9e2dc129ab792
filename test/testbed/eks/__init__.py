"""EKS: moto's operations on Fargate profiles, and everything else anew, since clusters there have no life."""

from moto.eks import urls
from moto.eks.models import eks_backends
from moto.eks.responses import EKSResponse

from testbed import iam, kubernetes
from testbed.bed import Bed
from testbed.eks import image_parameters
from testbed.eks.access_entries import AccessEntryOperations
from testbed.eks.addons import AddonOperations
from testbed.eks.backend import TestbedEksBackend
from testbed.eks.cluster_versions import ClusterVersionsResponse
from testbed.eks.clusters import ClusterOperations
from testbed.eks.issuer import Issuer
from testbed.eks.nodegroups import NodegroupOperations
from testbed.eks.pod_identity import PodIdentityOperations
from testbed.eks.tags import TagOperations
from testbed.eks.unused_features import UnusedFeatureOperations
from testbed.eks.updates import UpdateOperations
from testbed.eks.world import World


class TestbedEksResponse(
    ClusterOperations,
    UpdateOperations,
    NodegroupOperations,
    AddonOperations,
    AccessEntryOperations,
    PodIdentityOperations,
    UnusedFeatureOperations,
    TagOperations,
    ClusterVersionsResponse,
    EKSResponse,
):
    """One base class for each group of operations."""

    def __init__(self) -> None:
        super().__init__()
        # By botocore's model, so that a parameter has one name wherever it travels.
        self.automated_parameter_parsing = True


def install(bed: Bed) -> World:
    """Make moto's server answer with the bed's clusters; to be called before the server starts."""
    iam.install()
    image_parameters.install()
    world = World(bed, Issuer(bed))
    TestbedEksBackend.world = world
    eks_backends.backend = TestbedEksBackend
    for path in urls.url_paths:
        urls.url_paths[path] = TestbedEksResponse.dispatch
    # Whatever the path: botocore's model of EKS tells the operation from it.
    urls.url_paths["{0}/(?P<path>.+)$"] = TestbedEksResponse.dispatch
    bed.on_reset(lambda: _forget(world))
    bed.on_stop(lambda: _stop(world))
    return world


def _forget(world: World) -> None:
    # Work may wait for a control plane, and may have been about to start one.
    world.background.reset(kubernetes.stop_all)
    kubernetes.stop_all()


def _stop(world: World) -> None:
    _forget(world)
    world.issuer.stop()
