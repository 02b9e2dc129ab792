"""How each controller lets traffic in: a security group on the load balancer, or rules for the nodes."""

from abc import ABC, abstractmethod

from testbed.kubernetes.load_balancers.aws import Aws
from testbed.kubernetes.load_balancers.backend_group import BackendGroup
from testbed.kubernetes.load_balancers.names import resource_name
from testbed.kubernetes.load_balancers.node_groups import NodeGroups, groups_of
from testbed.kubernetes.load_balancers.security_group import Rule, SecurityGroup
from testbed.kubernetes.load_balancers.targets import Targets
from testbed.kubernetes.load_balancers.wanted import Wanted


class Front(ABC):
    """The security groups around one load balancer."""

    groups: list[str]
    """Those of the load balancer itself, which it gets when it is made and never later."""

    @abstractmethod
    def converge(self, wish: Wanted, targets: Targets) -> None:
        """Lets in what the Service wants."""

    @abstractmethod
    def remove(self) -> None:
        """Takes all of it away, after the load balancer."""


class ControllerFront(Front):
    """AWS Load Balancer Controller: one group for the clients, one shared group for the targets."""

    def __init__(self, aws: Aws, wish: Wanted, backend: BackendGroup) -> None:
        self._ec2 = aws.ec2
        self._uid = wish.uid
        self._backend = backend
        group = aws.ec2.create_security_group(
            resource_name(wish),
            "[k8s] Managed SecurityGroup for LoadBalancer",
            vpc_id=aws.place.vpc_id,
            tags={
                "elbv2.k8s.aws/cluster": aws.place.cluster,
                "service.k8s.aws/stack": wish.stack,
                "service.k8s.aws/resource": "ManagedLBSecurityGroup",
            },
        )
        self._clients = SecurityGroup(aws.ec2, group.id)
        self.groups = [self._clients.id, backend.join(wish.uid)]

    def converge(self, wish: Wanted, targets: Targets) -> None:
        self._clients.converge(
            {Rule(port.port, port.port, "", cidr=cidr) for port in wish.ports for cidr in wish.source_ranges}
        )
        self._backend.open(wish.uid, targets)

    def remove(self) -> None:
        self._backend.leave(self._uid)
        self._ec2.delete_security_group(group_id=self._clients.id)


class ProviderFront(Front):
    """The cloud provider: no group on the load balancer, so the nodes admit the clients themselves."""

    def __init__(self, aws: Aws, balancer: str) -> None:
        self._balancer = balancer
        self._aws = aws
        self._nodes = NodeGroups(aws)
        self._vpc_cidr: str = aws.ec2.get_vpc(aws.place.vpc_id).cidr_block
        self.groups = []

    def converge(self, wish: Wanted, targets: Targets) -> None:
        client = f"kubernetes.io/rule/nlb/client={self._balancer}"
        health = f"kubernetes.io/rule/nlb/health={self._balancer}"
        self._nodes.converge(
            groups_of(self._aws, targets),
            {
                Rule(port.node_port, port.node_port, mark, cidr=cidr)
                for port in wish.ports
                for mark, ranges in ((client, wish.source_ranges), (health, self._checkers(wish)))
                for cidr in ranges
            },
        )

    def remove(self) -> None:
        self._nodes.converge((), set())

    def _checkers(self, wish: Wanted) -> list[str]:
        """Health checks come from the network itself, which a wider client range holds already."""
        holds = {"0.0.0.0/0", self._vpc_cidr} & set(wish.source_ranges)
        return [] if holds else [self._vpc_cidr]
