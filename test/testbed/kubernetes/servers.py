"""The API server and those who follow it, in one version; an upgrade starts a second set beside the first."""

import time

from testbed.kubernetes import parts
from testbed.kubernetes.api import Api, ApiError
from testbed.kubernetes.held_port import HeldPort
from testbed.kubernetes.kubeconfig import Kubeconfig
from testbed.kubernetes.kubelet import write_stages
from testbed.kubernetes.processes import Part
from testbed.kubernetes.workshop import Workshop

READY_SECONDS = 120
PAUSE_SECONDS = 0.1


class Servers:
    """kube-apiserver, then kube-controller-manager, kube-scheduler and kwok as its clients."""

    def __init__(self, workshop: Workshop, version: str) -> None:
        self._workshop = workshop
        self._program = workshop.tools.control_plane(version)
        self._port = HeldPort()
        self._server: Part | None = None
        self._followers: list[Part] = []
        self.api = Api(
            port=self._port.number,
            authority=workshop.certificates.authority,
            token=workshop.users.administrator.token,
        )

    @property
    def port(self) -> int:
        """Where the API server listens on loopback."""
        return self._port.number

    def start_server(self) -> None:
        """Starts the API server and waits until it says that it is ready."""
        self._server = self._start("kube-apiserver", parts.api_server(self._program, self._workshop, self.port))
        self._wait_for("/readyz")

    def start_followers(self) -> None:
        """Starts those who make pods of Deployments and run them, and waits for the first's first work.

        There must be one set a cluster. No pod can be made before the service account exists.
        """
        work, users = self._workshop, self._workshop.users
        for file, user in (
            ("controller-manager", users.controller_manager),
            ("scheduler", users.scheduler),
            ("kubelet", users.kubelet),
        ):
            server = f"https://127.0.0.1:{self.port}"
            Kubeconfig(server, work.certificates.authority, user.token).write(work.folder / f"{file}.json")
        programs = work.tools.programs
        stages = write_stages(work.folder, programs) if programs else None
        self._followers = [
            self._start("kube-controller-manager", parts.controller_manager(self._program, work)),
            self._start("kube-scheduler", parts.scheduler(self._program)),
            self._start("kwok", parts.kwok(work.tools.kwok, stages)),
        ]
        self._wait_for("/api/v1/namespaces/default/serviceaccounts/default")

    def confirm_alive(self) -> None:
        """Raises where one has died, with what it said last."""
        for part in self._parts():
            part.confirm_alive()

    def stop_followers(self) -> None:
        """Before another set starts."""
        for part in self._followers:
            part.stop()
        self._followers = []

    def pause_followers(self, paused: bool) -> None:
        """Halts those who change what others made, or lets them go on."""
        for part in self._followers:
            part.pause(paused)

    def stop(self) -> None:
        """Ends all of it."""
        for part in self._parts():
            part.stop()
        self._port.release()

    def leave(self) -> None:
        """The processes were ended together with the group."""
        for part in self._parts():
            part.wait()
        self._port.release()

    def _parts(self) -> list[Part]:
        return [*([self._server] if self._server else []), *self._followers]

    def _start(self, name: str, command: parts.Command) -> Part:
        return self._workshop.group.start(name, command)

    def _wait_for(self, path: str) -> None:
        deadline = time.monotonic() + READY_SECONDS
        while not self._is_there(path):
            self.confirm_alive()
            if time.monotonic() > deadline:
                raise TimeoutError(f"{self._program.name} had no {path} after {READY_SECONDS} s.")
            time.sleep(PAUSE_SECONDS)

    def _is_there(self, path: str) -> bool:
        try:
            self.api.request("GET", path)
        except (OSError, ApiError):
            return False
        return True
