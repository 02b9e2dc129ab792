"""One network load balancer in the simulated AWS, with a listener and a target group a port."""

from dataclasses import dataclass, field
from typing import Any

from testbed.kubernetes.load_balancers.front import Front
from testbed.kubernetes.load_balancers.names import resource_name
from testbed.kubernetes.load_balancers.targets import Targets
from testbed.kubernetes.load_balancers.wanted import Controller, Port, Wanted

Tags = dict[str, str]


@dataclass
class Listener:
    """What stands behind one port."""

    port: Port
    arn: str
    target_group: str
    targets: set[tuple[str, int]] = field(default_factory=set)


@dataclass(frozen=True)
class Plan:
    """What a load balancer cannot change later."""

    name: str
    subnets: list[str]
    front: Front
    tags: Tags


class Balancer:
    """Made for one Service; follows it until it is removed."""

    def __init__(self, elb: Any, wish: Wanted, plan: Plan) -> None:
        self.controller = wish.controller
        self._elb = elb
        self._front = plan.front
        self._tags = plan.tags
        self._listeners: dict[int, Listener] = {}
        own = _mark(wish, "LoadBalancer")
        made = elb.create_load_balancer(
            plan.name,
            plan.front.groups,
            plan.subnets,
            scheme=wish.scheme,
            loadbalancer_type="network",
            tags=_pairs({**plan.tags, **own}),
        )
        self._arn: str = made.arn
        self.hostname: str = made.dns_name

    def converge(self, wish: Wanted, targets: Targets) -> None:
        """Brings listeners, targets, attributes and rules to what the Service wants."""
        ports = {port.port: port for port in wish.ports}
        for number, listener in list(self._listeners.items()):
            if ports.get(number) != listener.port:
                self._close(number)
        for number, port in ports.items():
            listener = self._listeners.get(number) or self._open(wish, port)
            self._listeners[number] = listener
            self._register(listener, targets[number])
        self._elb.modify_load_balancer_attributes(self._arn, wish.attributes)
        self._front.converge(wish, targets)

    def remove(self) -> None:
        """Takes everything away, the security groups last."""
        for number in list(self._listeners):
            self._close(number)
        self._elb.delete_load_balancer(self._arn)
        self._front.remove()

    def _open(self, wish: Wanted, port: Port) -> Listener:
        own = _mark(wish, f"{wish.stack}:{port.port}")
        group = self._elb.create_target_group(
            resource_name(wish, str(port)),
            vpc_id=self._elb.load_balancers[self._arn].vpc_id,
            protocol="TCP",
            port=_target_port(wish, port),
            target_type=wish.target_type,
            tags=_pairs({**self._tags, **own}),
        )
        # https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-target-group-attributes.html
        group.attributes["preserve_client_ip.enabled"] = str(wish.target_type == "instance").lower()
        forward = {"Type": "forward", "TargetGroupArn": group.arn}
        listener = self._elb.create_listener(
            self._arn, "TCP", port.port, None, None, [forward], tags=_pairs(self._tags)
        )
        return Listener(port, listener.arn, group.arn)

    def _close(self, number: int) -> None:
        listener = self._listeners.pop(number)
        self._elb.delete_listener(listener.arn)
        self._elb.delete_target_group(listener.target_group)

    def _register(self, listener: Listener, targets: set[tuple[str, int]]) -> None:
        gone, new = listener.targets - targets, targets - listener.targets
        if gone:
            self._elb.deregister_targets(listener.target_group, _descriptions(gone))
        if new:
            self._elb.register_targets(listener.target_group, _descriptions(new))
        listener.targets = set(targets)


def _mark(wish: Wanted, resource: str) -> Tags:
    marks = {
        Controller.LOAD_BALANCER_CONTROLLER: "service.k8s.aws/resource",
        Controller.AUTO_MODE: "service.eks.amazonaws.com/resource",
    }
    return {marks[wish.controller]: resource} if wish.controller in marks else {}


def _target_port(wish: Wanted, port: Port) -> int:
    """A named port differs from pod to pod, for which the controller writes 1."""
    if wish.target_type == "instance":
        return port.node_port
    return port.target if isinstance(port.target, int) else 1


def _descriptions(targets: set[tuple[str, int]]) -> list[dict[str, Any]]:
    return [{"Id": name, "Port": port} for name, port in sorted(targets)]


def _pairs(tags: Tags) -> list[dict[str, str]]:
    return [{"Key": key, "Value": value} for key, value in tags.items()]
