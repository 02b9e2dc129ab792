"""What is around the containers that really run; it may change while they do."""

from functools import cached_property

from testbed.kubernetes.kubelet.containers import Containers
from testbed.kubernetes.kubelet.network import Network


class Surroundings:
    """The same for every cluster of the bed."""

    def __init__(self) -> None:
        self.containers = Containers()

    @cached_property
    def network(self) -> Network:
        """There from the first cluster on that runs programs."""
        return Network(lambda: self.containers)
