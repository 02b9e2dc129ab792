"""The clusters of one account in one region."""

from collections.abc import Callable
from types import ModuleType
from typing import ClassVar

from moto.eks import urls
from moto.eks.models import EKSBackend
from moto.moto_api._internal import mock_random

from testbed.eks.background import Background
from testbed.eks.cluster import Cluster
from testbed.eks.errors import not_found
from testbed.eks.world import World


class TestbedEksBackend(EKSBackend):
    """Takes the place of moto's; its own operations on Fargate profiles are used as they are."""

    #: What all backends share; set once, when the layer is installed.
    world: ClassVar[World]

    clusters: dict[str, Cluster]  # type: ignore[assignment]

    @property
    def _url_module(self) -> ModuleType:
        """moto looks for it beside the class, which is not where it is."""
        return urls

    @property
    def background(self) -> Background:
        return self.world.background

    def cluster(self, name: str) -> Cluster:
        """The cluster of this name; an unknown one is an error."""
        found = self.clusters.get(name)
        if found is None:
            raise not_found(f"No cluster found for name: {name}.", clusterName=name)
        return found

    def arn(self, *path: str) -> str:
        return f"arn:{self.partition}:eks:{self.region_name}:{self.account_id}:{'/'.join(path)}"

    def later(self, seconds: float, change: Callable[[], None]) -> None:
        """Makes the change after that time, whoever asks meanwhile."""

        def locked() -> None:
            with self.world.bed.lock:
                change()

        self.background.after(seconds, locked)


def unique_id() -> str:
    return str(mock_random.uuid4())
