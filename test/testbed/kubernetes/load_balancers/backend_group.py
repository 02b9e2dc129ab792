"""The security group that AWS Load Balancer Controller shares between all load balancers of a cluster.

https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/deploy/security_groups/
"""

from testbed.kubernetes.load_balancers.aws import Aws
from testbed.kubernetes.load_balancers.names import backend_group_name
from testbed.kubernetes.load_balancers.node_groups import NodeGroups, groups_of
from testbed.kubernetes.load_balancers.security_group import Rule
from testbed.kubernetes.load_balancers.targets import Targets

MARK = "elbv2.k8s.aws/targetGroupBinding=shared"


class BackendGroup:
    """Exists while one load balancer needs it; the nodes admit its members on the targets' ports."""

    def __init__(self, aws: Aws) -> None:
        self._aws = aws
        self._place = aws.place
        self._ec2 = aws.ec2
        self._nodes = NodeGroups(aws)
        self._targets: dict[str, Targets] = {}
        self._id: str | None = None

    def join(self, uid: str) -> str:
        """The group's id, for a load balancer of the Service."""
        self._targets.setdefault(uid, {})
        if self._id is None:
            self._id = self._ec2.create_security_group(
                backend_group_name(self._place.cluster),
                "[k8s] Shared Backend SecurityGroup for LoadBalancer",
                vpc_id=self._place.vpc_id,
                tags={
                    "elbv2.k8s.aws/cluster": self._place.cluster,
                    "elbv2.k8s.aws/resource": "backend-sg",
                },
            ).id
        return self._id

    def open(self, uid: str, targets: Targets) -> None:
        """These are the targets of this Service."""
        self._targets[uid] = targets
        self._admit()

    def leave(self, uid: str) -> None:
        """The load balancer is gone; the last one takes the group with it."""
        self._targets.pop(uid, None)
        self._admit()
        if self._id and not self._targets:
            self._ec2.delete_security_group(group_id=self._id)
            self._id = None

    def _admit(self) -> None:
        """One rule over the range of all ports, as the controller merges them."""
        every = [target for targets in self._targets.values() for each in targets.values() for target in each]
        ports = {number for _, number in every}
        rules = {Rule(min(ports), max(ports), MARK, group=self._id)} if ports else set()
        groups = {group for targets in self._targets.values() for group in groups_of(self._aws, targets)}
        self._nodes.converge(groups, rules)
