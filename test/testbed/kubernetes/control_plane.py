"""One cluster: etcd, a real Kubernetes API with its controllers, and the door in front of it."""

import base64
import shutil
import tempfile
import threading
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from testbed.kubernetes import nodes, parts
from testbed.kubernetes.access import EndpointAccess
from testbed.kubernetes.api import Api
from testbed.kubernetes.certificates import issue
from testbed.kubernetes.cluster_network import ClusterNetwork
from testbed.kubernetes.door import Doors
from testbed.kubernetes.identity import Authenticate
from testbed.kubernetes.kubelet import Kubelet, Surroundings
from testbed.kubernetes.kubelet.run import Runtime
from testbed.kubernetes.load_balancers.follower import Follower
from testbed.kubernetes.load_balancers.place import LoadBalancers
from testbed.kubernetes.node import Node
from testbed.kubernetes.processes import Group
from testbed.kubernetes.servers import Servers
from testbed.kubernetes.tools import require_tools
from testbed.kubernetes.users import Users, write_sign_in
from testbed.kubernetes.webhook import TokenWebhook
from testbed.kubernetes.workshop import Workshop


@dataclass(frozen=True)
class Shared:
    """What the clusters of one bed share."""

    doors: Doors = field(default_factory=Doors)
    webhook: TokenWebhook = field(default_factory=TokenWebhook)
    surroundings: Surroundings = field(default_factory=Surroundings)
    clusters: list["ControlPlane"] = field(default_factory=list)


@dataclass(frozen=True)
class Wish:
    """What is asked of a new cluster."""

    name: str
    version: str
    authenticate: Authenticate
    load_balancers: LoadBalancers | None
    service_cidr: str


class ControlPlane:
    """A running cluster without nodes; every call but those named so waits until the API is ready."""

    def __init__(self, shared: Shared, wish: Wish) -> None:
        tools = require_tools()
        etcd = parts.etcd(tools.control_plane(wish.version))
        self.name = wish.name
        self._shared = shared
        self._stopping = threading.Lock()
        self._stopped = False
        self._key = f"{wish.name}/{uuid.uuid4()}"
        self._folder = Path(tempfile.mkdtemp(prefix="testbed-kubernetes-"))
        self._workshop = Workshop(
            folder=self._folder,
            tools=tools,
            group=Group(self._folder),
            certificates=issue(self._folder),
            users=Users(),
            service_cidr=wish.service_cidr,
        )
        write_sign_in(
            self._folder,
            self._workshop.users,
            shared.webhook.register(self._key, wish.name, wish.authenticate),
        )
        self._door = shared.doors.open()
        self._etcd = self._workshop.group.start("etcd", etcd)
        self._servers = Servers(self._workshop, wish.version)
        self._network = ClusterNetwork(self._folder, self._workshop.certificates, lambda: self._servers.api)
        self._place = wish.load_balancers
        self._follower: Follower | None = None
        self._kubelet: Kubelet | None = None
        self._failure: Exception | None = None
        self._ready = threading.Event()
        shared.clusters.append(self)
        threading.Thread(target=self._finish, daemon=True).start()

    @property
    def process_group(self) -> int:
        """The group of every process behind this cluster."""
        return self._workshop.group.id

    @property
    def endpoint(self) -> str:
        """The door's address; it is known before anything listens behind it."""
        return f"https://127.0.0.1:{self._door.port}"

    @property
    def certificate_authority(self) -> str:
        """The authority's certificate as DescribeCluster shows it: PEM in base64."""
        return base64.b64encode(self._workshop.certificates.authority.read_bytes()).decode()

    def set_access(self, *, public: bool, private: bool, public_cidrs: Sequence[str]) -> None:
        """Who comes through the door from now on; does not wait."""
        self._door.admit(EndpointAccess(public, private, tuple(public_cidrs)))

    def wait_ready(self) -> None:
        """Until the API answers and its controllers are started; raises where a part has died."""
        self._ready.wait()
        if self._failure:
            raise RuntimeError(f"The cluster {self.name} did not start.") from self._failure
        self._etcd.confirm_alive()
        self._servers.confirm_alive()

    def set_version(self, minor: str) -> None:
        """Upgrades in place: the API is never away, as with the several servers of EKS."""
        self.wait_ready()
        before, after = self._servers, Servers(self._workshop, minor)
        after.start_server()
        before.stop_followers()
        self._servers = after
        self._door.lead_to(after.port)
        after.start_followers()
        before.stop()

    def pause_controllers(self, paused: bool) -> None:
        """Halts controller-manager, scheduler and kubelets, or lets them go on; the API answers all the while."""
        self.wait_ready()
        self._servers.pause_followers(paused)

    def add_node(self, node: Node) -> None:
        """The node joins; kwok makes it Ready within a second or two."""
        nodes.add(self.api(), node)

    def drain_node(self, name: str) -> list[str]:
        """Cordons, evicts every pod that no DaemonSet owns; returns those that a budget protects."""
        return nodes.drain(self.api(), name)

    def remove_node(self, name: str) -> None:
        """The machine is gone, and its pods with it; owners make new ones elsewhere."""
        nodes.remove(self.api(), name)

    def request(self, method: str, path: str, body: object | None = None) -> Any:
        """Calls the API as administrator, not through the door."""
        return self.api().request(method, path, body)

    def apply(self, manifest: dict[str, Any]) -> None:
        """Server-side apply as administrator."""
        self.api().apply(manifest)

    def api(self) -> Api:
        """The administrator's client, once the API is ready."""
        self.wait_ready()
        return self._servers.api

    def stop(self) -> None:
        """Ends every process and forgets everything; does not wait for readiness; may be repeated."""
        with self._stopping:
            if self._stopped:
                return
            self._stopped = True
            self._workshop.group.end()
            self._ready.wait()
            if self._follower:
                self._follower.stop()
            if self._kubelet:
                self._kubelet.stop()
            self._etcd.wait()
            self._servers.leave()
            self._network.stop()
            self._shared.doors.close(self._door)
            self._shared.webhook.forget(self._key)
            shutil.rmtree(self._folder, ignore_errors=True)
            self._shared.clusters.remove(self)

    def _start_kubelet(self) -> Kubelet | None:
        programs, around = self._workshop.tools.programs, self._shared.surroundings
        if not programs:
            return None
        runtime = Runtime(programs, around.network.proxy, self.process_group)
        return Kubelet(runtime, lambda: around.containers, lambda: self._servers.api)

    def _finish(self) -> None:
        try:
            parts.wait_for_database(self._folder, self._etcd)
            self._servers.start_server()
            self._door.lead_to(self._servers.port)
            self._servers.start_followers()
            if self._place:
                self._follower = Follower(self._place, self._workshop.certificates, lambda: self._servers.api)
            self._kubelet = self._start_kubelet()
        # Kept for whoever waits.
        except Exception as error:
            self._failure = error
        finally:
            self._ready.set()
