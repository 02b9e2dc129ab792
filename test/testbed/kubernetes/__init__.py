"""A real Kubernetes API for every cluster of the bed, with nodes and pods that only exist there."""

import threading

from testbed.kubernetes.access import Caller, EndpointAccess
from testbed.kubernetes.control_plane import ControlPlane, Shared, Wish
from testbed.kubernetes.identity import Authenticate, Identity
from testbed.kubernetes.kubelet import Containers, Surroundings
from testbed.kubernetes.load_balancers import LoadBalancers
from testbed.kubernetes.node import Node
from testbed.kubernetes.tools import find_tools

__all__ = [
    "Authenticate",
    "Caller",
    "Containers",
    "ControlPlane",
    "EndpointAccess",
    "Identity",
    "LoadBalancers",
    "Node",
    "available",
    "pause_controllers",
    "set_caller",
    "set_containers",
    "start",
    "stop_all",
]

_lock = threading.Lock()
_surroundings = Surroundings()
_shared: Shared | None = None


def available() -> bool:
    """Whether the bed was given the programs; without them clusters have no API behind them."""
    return find_tools() is not None


def start(
    *,
    name: str,
    version: str,
    authenticate: Authenticate,
    load_balancers: LoadBalancers | None = None,
    service_cidr: str = "10.100.0.0/16",
) -> ControlPlane:
    """Starts a cluster and returns at once; ``wait_ready`` waits for it."""
    return ControlPlane(_the_shared(), Wish(name, version, authenticate, load_balancers, service_cidr))


def set_caller(caller: Caller) -> None:
    """Where those who call Kubernetes endpoints stand, in the whole bed."""
    _the_shared().doors.move(caller)


def set_containers(containers: Containers) -> None:
    """What containers that really run find, in the whole bed."""
    _surroundings.containers = containers


def pause_controllers(paused: bool) -> None:
    """Halts what works on the objects of every cluster of the bed, or lets it go on."""
    for plane in list(_the_shared().clusters):
        plane.pause_controllers(paused)


def stop_all() -> None:
    """Ends every cluster of the bed."""
    for plane in list(_the_shared().clusters):
        plane.stop()


def _the_shared() -> Shared:
    global _shared
    with _lock:
        _shared = _shared or Shared(surroundings=_surroundings)
        return _shared
