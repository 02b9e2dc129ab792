"""Makes the load balancer of a Service as its controller would."""

from testbed.kubernetes.load_balancers.aws import Aws
from testbed.kubernetes.load_balancers.backend_group import BackendGroup
from testbed.kubernetes.load_balancers.balancer import Balancer, Plan
from testbed.kubernetes.load_balancers.front import ControllerFront, ProviderFront
from testbed.kubernetes.load_balancers.names import resource_name
from testbed.kubernetes.load_balancers.subnets import choose_subnets
from testbed.kubernetes.load_balancers.wanted import Controller, Wanted


class Builder:
    """Both controllers' ways of making a load balancer."""

    def __init__(self, aws: Aws) -> None:
        self._aws = aws
        self._backend = BackendGroup(aws)

    def build(self, wish: Wanted) -> Balancer:
        """A new load balancer without listeners."""
        subnets = choose_subnets(self._aws, wish)
        grouped = wish.controller.has_own_groups
        plan = self._of_controller(wish, subnets) if grouped else self._of_provider(wish, subnets)
        return Balancer(self._aws.elb, wish, plan)

    def _of_controller(self, wish: Wanted, subnets: list[str]) -> Plan:
        return Plan(
            name=resource_name(wish),
            subnets=subnets,
            front=ControllerFront(self._aws, wish, self._backend),
            tags=self._tags(wish),
        )

    def _tags(self, wish: Wanted) -> dict[str, str]:
        cluster = self._aws.place.cluster
        if wish.controller is Controller.AUTO_MODE:
            return {"eks:eks-cluster-name": cluster, "service.eks.amazonaws.com/stack": wish.stack}
        return {"elbv2.k8s.aws/cluster": cluster, "service.k8s.aws/stack": wish.stack}

    def _of_provider(self, wish: Wanted, subnets: list[str]) -> Plan:
        # DefaultLoadBalancerName in https://github.com/kubernetes/cloud-provider/blob/master/cloud.go
        name = f"a{wish.uid.replace('-', '')}"[:32]
        return Plan(
            name=name,
            subnets=subnets,
            front=ProviderFront(self._aws, name),
            tags={
                f"kubernetes.io/cluster/{self._aws.place.cluster}": "owned",
                "kubernetes.io/service-name": wish.stack,
            },
        )
