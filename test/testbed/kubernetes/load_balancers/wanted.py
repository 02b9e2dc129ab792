"""What a Service asks for, in the annotations of its controllers.

https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/service/annotations/
https://cloud-provider-aws.sigs.k8s.io/service_controller/
"""

import enum
from dataclasses import dataclass
from typing import Any

PREFIX = "service.beta.kubernetes.io/"
CLASS = "service.k8s.aws/nlb"
#: https://docs.aws.amazon.com/eks/latest/userguide/auto-configure-nlb.html
AUTO_MODE_CLASS = "eks.amazonaws.com/nlb"
ANYWHERE = ("0.0.0.0/0",)


class Controller(enum.Enum):
    """Who looks after a Service; the value is the finalizer that it sets."""

    LOAD_BALANCER_CONTROLLER = "service.k8s.aws/resources"
    CLOUD_PROVIDER = "service.kubernetes.io/load-balancer-cleanup"
    AUTO_MODE = "service.eks.amazonaws.com/resources"

    @property
    def has_own_groups(self) -> bool:
        """Whether load balancers get security groups; only the cloud provider makes them without."""
        return self is not Controller.CLOUD_PROVIDER


@dataclass(frozen=True)
class Port:
    """One port of the Service and where it leads."""

    name: str
    port: int
    target: int | str
    node_port: int


@dataclass(frozen=True)
class Wanted:
    """A network load balancer as a Service describes it."""

    namespace: str
    name: str
    uid: str
    controller: Controller
    scheme: str
    target_type: str
    source_ranges: tuple[str, ...]
    subnets: tuple[str, ...]
    attributes: dict[str, str]
    ports: tuple[Port, ...]

    @property
    def stack(self) -> str:
        """How the controllers name the Service in tags."""
        return f"{self.namespace}/{self.name}"


def wanted(service: dict[str, Any]) -> Wanted | None:
    """The wish of a Service; ``None`` where none of the two controllers looks after it."""
    controller = controller_of(service)
    if controller is None:
        return None
    annotations = _annotations(service)
    metadata, spec = service["metadata"], service["spec"]
    by_controller = controller.has_own_groups
    return Wanted(
        namespace=metadata["namespace"],
        name=metadata["name"],
        uid=metadata["uid"],
        controller=controller,
        scheme=_scheme(annotations, "internal" if by_controller else "internet-facing"),
        target_type=_target_type(annotations) if by_controller else "instance",
        source_ranges=_list(annotations.get("load-balancer-source-ranges"))
        or tuple(spec.get("loadBalancerSourceRanges", ()))
        or ANYWHERE,
        subnets=_list(annotations.get("aws-load-balancer-subnets")),
        attributes=_attributes(annotations),
        ports=tuple(_port(port) for port in spec["ports"]),
    )


def controller_of(service: dict[str, Any]) -> Controller | None:
    """A class beats the annotation; a classic load balancer, which no annotation asks for, is not simulated."""
    if service["spec"].get("type") != "LoadBalancer":
        return None
    named = service["spec"].get("loadBalancerClass")
    kind = _annotations(service).get("aws-load-balancer-type")
    if named == AUTO_MODE_CLASS:
        return Controller.AUTO_MODE
    if named == CLASS or (not named and kind in ("external", "nlb-ip")):
        return Controller.LOAD_BALANCER_CONTROLLER
    return Controller.CLOUD_PROVIDER if not named and kind == "nlb" else None


def _annotations(service: dict[str, Any]) -> dict[str, str]:
    return {
        name.removeprefix(PREFIX): value
        for name, value in service["metadata"].get("annotations", {}).items()
        if name.startswith(PREFIX)
    }


def _scheme(annotations: dict[str, str], default: str) -> str:
    internal = annotations.get("aws-load-balancer-internal")
    old_form = default if internal is None else "internal" if internal == "true" else "internet-facing"
    return annotations.get("aws-load-balancer-scheme", old_form)


def _target_type(annotations: dict[str, str]) -> str:
    default = "ip" if annotations.get("aws-load-balancer-type") == "nlb-ip" else "instance"
    return annotations.get("aws-load-balancer-nlb-target-type", default)


def _attributes(annotations: dict[str, str]) -> dict[str, str]:
    crosses = annotations.get("aws-load-balancer-cross-zone-load-balancing-enabled")
    old_form = {"load_balancing.cross_zone.enabled": crosses} if crosses else {}
    pairs = _list(annotations.get("aws-load-balancer-attributes"))
    return {**old_form, **dict(pair.split("=", 1) for pair in pairs)}


def _list(value: str | None) -> tuple[str, ...]:
    return tuple(part.strip() for part in (value or "").split(",") if part.strip())


def _port(port: dict[str, Any]) -> Port:
    return Port(
        name=port.get("name", ""),
        port=port["port"],
        target=port.get("targetPort", port["port"]),
        node_port=port.get("nodePort", 0),
    )
