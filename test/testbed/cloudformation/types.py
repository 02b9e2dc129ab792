"""The resource types that the bed adds to moto's."""

from testbed.cloudformation.eks_access_entry import EksAccessEntry
from testbed.cloudformation.eks_addon import EksAddon
from testbed.cloudformation.eks_cluster import EksCluster
from testbed.cloudformation.eks_nodegroup import EksNodegroup
from testbed.cloudformation.eks_pod_identity_association import EksPodIdentityAssociation
from testbed.cloudformation.eks_resource import EksResource

TYPES: tuple[type[EksResource], ...] = (
    EksCluster,
    EksNodegroup,
    EksAddon,
    EksAccessEntry,
    EksPodIdentityAssociation,
)


def install() -> None:
    """Make moto's parser know them; it only looks for the direct children of its own base class."""
    from moto.cloudformation import parsing

    known = parsing.get_model_map()
    for model in TYPES:
        known[model.cloudformation_type()] = model
