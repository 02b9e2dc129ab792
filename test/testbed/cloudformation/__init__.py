"""CloudFormation: stacks that take their time, fail on the way and refuse what AWS refuses."""

from moto.cloudformation import urls
from moto.cloudformation.models import cloudformation_backends
from moto.cloudformation.responses import CloudFormationResponse

from testbed.bed import Bed
from testbed.cloudformation import types
from testbed.cloudformation.backend import TestbedCloudFormationBackend
from testbed.cloudformation.change_sets import ChangeSetOperations
from testbed.cloudformation.stacks import StackOperations
from testbed.eks.backend import TestbedEksBackend


class TestbedCloudFormationResponse(StackOperations, ChangeSetOperations, CloudFormationResponse):
    """Stacks and change sets of the bed; moto's stack sets, exports and validation as they are."""

    #: moto's transformers are for its own stacks.
    RESPONSE_KEY_PATH_TO_TRANSFORMER = {
        key: transformer
        for key, transformer in CloudFormationResponse.RESPONSE_KEY_PATH_TO_TRANSFORMER.items()
        if "StackSet" in key
    }


def install(bed: Bed) -> None:
    """Make moto's server answer with the bed's stacks; to be called before the server starts, after EKS."""
    del bed  # Shared through the world that EKS made.
    types.install()
    TestbedCloudFormationBackend.world = TestbedEksBackend.world
    cloudformation_backends.backend = TestbedCloudFormationBackend
    for path in urls.url_paths:
        urls.url_paths[path] = TestbedCloudFormationResponse.dispatch
