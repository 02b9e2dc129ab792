"""Follows the Services of one cluster, in a thread that mostly waits on a watch."""

import traceback
from collections.abc import Callable
from typing import Any

from testbed.kubernetes.api import Api, ApiError
from testbed.kubernetes.certificates import Certificates
from testbed.kubernetes.load_balancers.admission import LABEL, Admission
from testbed.kubernetes.load_balancers.aws import aws_around
from testbed.kubernetes.load_balancers.balancer import Balancer
from testbed.kubernetes.load_balancers.build import Builder
from testbed.kubernetes.load_balancers.events import Problem, warn
from testbed.kubernetes.load_balancers.place import LoadBalancers
from testbed.kubernetes.load_balancers.subnets import NoSubnet
from testbed.kubernetes.load_balancers.targets import find_targets
from testbed.kubernetes.load_balancers.wanted import Controller, Wanted, controller_of, wanted
from testbed.kubernetes.load_balancers.watching import Watch, Watching

SERVICES = "/api/v1/services"
INSTALLED = f"/apis/apps/v1/deployments?{LABEL}"
# While there are load balancers their targets are looked at that often; otherwise a new Service wakes.
BUSY_SECONDS = 1
IDLE_SECONDS = 300

Service = dict[str, Any]


class Follower:
    """Both controllers of one cluster; each looks after the Services that are its own."""

    def __init__(self, place: LoadBalancers, certificates: Certificates, api: Callable[[], Api]) -> None:
        self._place = place
        self._balancers: dict[str, Balancer] = {}
        self._builder = Builder(aws_around(place))
        self._admission = Admission(certificates, api)
        self._watching = Watching(api, self._follow)

    def stop(self) -> None:
        """What was made stays, as it does on AWS when a cluster is deleted too early."""
        self._watching.stop()
        self._admission.stop()

    def _follow(self, api: Api) -> Watch:
        found = api.request("GET", SERVICES)
        services = [service for service in found["items"] if self._controller_of(service)]
        present = self._present(api) if services else set()
        for service in services:
            if self._controller_of(service) in present:
                self._attend(api, service)
        version = found["metadata"]["resourceVersion"]
        return Watch(SERVICES, version, BUSY_SECONDS if services else IDLE_SECONDS)

    def _present(self, api: Api) -> set[Controller]:
        """EKS runs the cloud provider and Auto Mode itself; the other controller is there once somebody installed it."""
        deployments = api.request("GET", INSTALLED)["items"]
        if any(each["status"].get("readyReplicas") for each in deployments):
            return set(Controller)
        return {Controller.CLOUD_PROVIDER, Controller.AUTO_MODE}

    def _controller_of(self, service: Service) -> Controller | None:
        """Who made the load balancer looks after it, even if the Service asks for none any more."""
        balancer = self._balancers.get(service["metadata"]["uid"])
        return balancer.controller if balancer else controller_of(service)

    def _attend(self, api: Api, service: Service) -> None:
        try:
            wish = wanted(service)
            if wish is None or "deletionTimestamp" in service["metadata"]:
                self._remove(api, service)
            else:
                self._converge(api, service, wish)
        except NoSubnet as error:
            warn(api, service, Problem("FailedBuildModel", str(error)))
        except ApiError:
            # Somebody else changed the Service meanwhile; the next round sees how.
            pass
        except Exception as error:
            traceback.print_exc()
            problem = Problem("FailedDeployModel", f"{type(error).__name__}: {error}")
            warn(api, service, problem)

    def _converge(self, api: Api, service: Service, wish: Wanted) -> None:
        finalizers = service["metadata"].get("finalizers", [])
        if wish.controller.value not in finalizers:
            _set_finalizers(api, service, [*finalizers, wish.controller.value])
        targets = find_targets(api, wish)
        with self._place.lock:
            balancer = self._balancers.get(wish.uid) or self._builder.build(wish)
            self._balancers[wish.uid] = balancer
            balancer.converge(wish, targets)
        address = {"ingress": [{"hostname": balancer.hostname}]}
        if service["status"].get("loadBalancer") != address:
            api.patch(f"{_path(service)}/status", {"status": {"loadBalancer": address}})

    def _remove(self, api: Api, service: Service) -> None:
        balancer = self._balancers.pop(service["metadata"]["uid"], None)
        if balancer:
            with self._place.lock:
                balancer.remove()
        ours = {controller.value for controller in Controller}
        left = [each for each in service["metadata"].get("finalizers", []) if each not in ours]
        _set_finalizers(api, service, left)


def _set_finalizers(api: Api, service: Service, finalizers: list[str]) -> None:
    version = service["metadata"]["resourceVersion"]
    changed = {"metadata": {"finalizers": finalizers, "resourceVersion": version}}
    service["metadata"] = api.patch(_path(service), changed)["metadata"]


def _path(service: Service) -> str:
    metadata = service["metadata"]
    return f"/api/v1/namespaces/{metadata['namespace']}/services/{metadata['name']}"
