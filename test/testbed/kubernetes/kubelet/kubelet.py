"""Follows the pods of one cluster and runs those whose containers name a program that the bed has."""

import tempfile
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

from testbed.kubernetes.api import Api, ApiError
from testbed.kubernetes.kubelet.containers import Containers
from testbed.kubernetes.kubelet.run import Runtime, now, run
from testbed.kubernetes.kubelet.volumes import MissingVolume, write_volumes
from testbed.kubernetes.load_balancers.watching import Watch, Watching

PODS = "/api/v1/pods"
IDLE_SECONDS = 300

Object = dict[str, Any]


class Kubelet:
    """Every node's at once; what kwok plays it leaves alone, and the other way round (``stages.py``)."""

    def __init__(self, runtime: Runtime, containers: Callable[[], Containers], api: Callable[[], Api]) -> None:
        self._runtime = runtime
        self._containers = containers
        self._begun: set[str] = set()
        self._watching = Watching(api, self._follow)

    def stop(self) -> None:
        """Begins no further pod."""
        self._watching.stop()

    def _follow(self, api: Api) -> Watch:
        found = api.request("GET", PODS)
        for pod in found["items"]:
            uid = pod["metadata"]["uid"]
            if self._is_ours(pod) and uid not in self._begun:
                self._begun.add(uid)
                threading.Thread(target=self._live, args=(api, pod), daemon=True).start()
        return Watch(PODS, found["metadata"]["resourceVersion"], IDLE_SECONDS)

    def _is_ours(self, pod: Object) -> bool:
        return "nodeName" in pod["spec"] and any(
            command in self._runtime.programs
            for container in pod["spec"]["containers"]
            for command in container.get("command", [])[:1]
        )

    def _live(self, api: Api, pod: Object) -> None:
        try:
            with tempfile.TemporaryDirectory(prefix="testbed-pod-") as folder:
                self._run(api, pod, Path(folder))
        except (ApiError, OSError):
            # The pod or its cluster is gone.
            pass
        except Exception:
            traceback.print_exc()

    def _run(self, api: Api, pod: Object, folder: Path) -> None:
        names = [each["name"] for each in pod["spec"]["containers"]]
        waiting = self._obstacle(api, pod, folder)
        if waiting:
            _tell(api, pod, "Pending", {name: {"waiting": waiting} for name in names})
            return
        _tell(api, pod, "Running", {name: {"running": {"startedAt": now()}} for name in names})
        ends = self._ends(pod, folder)
        failed = any(each["exitCode"] for each in ends.values())
        states = {name: {"terminated": end} for name, end in ends.items()}
        _tell(api, pod, "Failed" if failed else "Succeeded", states)

    def _obstacle(self, api: Api, pod: Object, folder: Path) -> Object | None:
        """What keeps its containers from starting."""
        for container in pod["spec"]["containers"]:
            image = container["image"]
            if self._containers().programs_of(image) is None:
                return {"reason": "ImagePullBackOff", "message": f'Back-off pulling image "{image}"'}
        try:
            write_volumes(api, pod, folder)
        except MissingVolume as error:
            return {"reason": "ContainerCreating", "message": str(error)}
        return None

    def _ends(self, pod: Object, folder: Path) -> dict[str, Object]:
        """The containers of a pod run side by side."""
        ends: dict[str, Object] = {}
        volumes = {each.name: each for each in folder.iterdir()}

        def end(container: Object) -> None:
            has = self._containers().programs_of(container["image"]) or ()
            ends[container["name"]] = run(container, volumes, has, self._runtime)

        threads = [threading.Thread(target=end, args=(each,)) for each in pod["spec"]["containers"]]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return ends


def _tell(api: Api, pod: Object, phase: str, states: dict[str, Object]) -> None:
    """The status of the pod; https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/"""
    metadata = pod["metadata"]
    images = {each["name"]: each["image"] for each in pod["spec"]["containers"]}
    running = "True" if phase == "Running" else "False"
    status = {
        "phase": phase,
        "startTime": now(),
        "conditions": [
            {"type": "PodScheduled", "status": "True"},
            {"type": "Initialized", "status": "True"},
            {"type": "ContainersReady", "status": running},
            {"type": "Ready", "status": running},
        ],
        "containerStatuses": [
            {
                "name": name,
                "image": images[name],
                "imageID": "",
                "ready": phase == "Running",
                "restartCount": 0,
                "state": state,
            }
            for name, state in states.items()
        ],
    }
    path = f"/api/v1/namespaces/{metadata['namespace']}/pods/{metadata['name']}/status"
    api.patch(path, {"metadata": {"uid": metadata["uid"]}, "status": status})
