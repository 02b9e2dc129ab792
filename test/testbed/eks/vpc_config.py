"""The network of a cluster: its subnets, its endpoints, its security group and the control plane's interfaces.

https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html
"""

from collections.abc import Sequence
from dataclasses import dataclass
from ipaddress import ip_network
from typing import Any

from moto.ec2.models import EC2Backend, ec2_backends
from moto.ec2.models.subnets import Subnet

from testbed.eks.errors import invalid_parameter

EVERYWHERE = ("0.0.0.0/0",)
#: EKS takes the first of the two that does not meet the VPC.
SERVICE_RANGES = ("172.20.0.0/16", "10.100.0.0/16")


@dataclass
class VpcConfig:
    """What a cluster's ``resourcesVpcConfig`` says, and the interfaces that follow from it."""

    ec2: EC2Backend
    vpc_id: str
    subnet_ids: list[str]
    security_group_ids: list[str]
    endpoint_public_access: bool
    endpoint_private_access: bool
    public_access_cidrs: list[str]
    cluster_security_group_id: str | None = None
    network_interface_ids: tuple[str, ...] = ()

    def describe(self) -> dict[str, object]:
        return {
            "subnetIds": self.subnet_ids,
            "securityGroupIds": self.security_group_ids,
            "clusterSecurityGroupId": self.cluster_security_group_id,
            "vpcId": self.vpc_id,
            "endpointPublicAccess": self.endpoint_public_access,
            "endpointPrivateAccess": self.endpoint_private_access,
            "publicAccessCidrs": self.public_access_cidrs,
        }

    def create_security_group(self, cluster_name: str, unique: str) -> None:
        """The group that joins control plane and managed nodes
        (https://docs.aws.amazon.com/eks/latest/userguide/sec-group-reqs.html)."""
        name = f"eks-cluster-sg-{cluster_name}-{unique}"
        group = self.ec2.create_security_group(
            name,
            "EKS created security group applied to ENI that is attached to EKS Control Plane master nodes, as well as"
            " any managed workloads.",
            vpc_id=self.vpc_id,
            tags={
                "Name": name,
                "aws:eks:cluster-name": cluster_name,
                f"kubernetes.io/cluster/{cluster_name}": "owned",
            },
        )
        self.cluster_security_group_id = group.id
        self.ec2.authorize_security_group_ingress(
            group.id, "-1", "-1", "-1", [], source_groups=[{"GroupId": group.id}], vpc_id=self.vpc_id
        )

    def place_control_plane(self, cluster_name: str) -> None:
        """Interfaces of the control plane in two zones; those of before go."""
        before = self.network_interface_ids
        groups = [*self.security_group_ids, *filter(None, [self.cluster_security_group_id])]
        self.network_interface_ids = tuple(
            self.ec2.create_network_interface(subnet, [], group_ids=groups, description=f"Amazon EKS {cluster_name}").id
            for subnet in _one_a_zone(subnets_of(self.ec2, self.subnet_ids))[:2]
        )
        self._delete_interfaces(before)

    def remove(self) -> None:
        """Takes the interfaces and the group away; a group in use stays behind, as on AWS."""
        self._delete_interfaces(self.network_interface_ids)
        self.network_interface_ids = ()
        if self.cluster_security_group_id is None:
            return
        try:
            self.ec2.delete_security_group(group_id=self.cluster_security_group_id)
        except Exception:
            # Someone else's rule or interface refers to it; EKS deletes the cluster all the same.
            return

    def _delete_interfaces(self, interface_ids: Sequence[str]) -> None:
        for interface_id in interface_ids:
            if interface_id in self.ec2.enis:
                self.ec2.delete_network_interface(interface_id)


def read_vpc_config(request: dict[str, Any], *, account_id: str, region: str) -> VpcConfig:
    """The network of a cluster that is to be created."""
    ec2 = ec2_backends[account_id][region]
    subnets = subnets_of(ec2, request.get("subnetIds", []))
    refuse_single_zone(subnets)
    vpc_ids = {subnet.vpc_id for subnet in subnets}
    if len(vpc_ids) > 1:
        raise invalid_parameter("Subnets specified must belong to the same VPC")
    return VpcConfig(
        ec2=ec2,
        vpc_id=vpc_ids.pop(),
        subnet_ids=list(request["subnetIds"]),
        security_group_ids=list(request.get("securityGroupIds") or []),
        endpoint_public_access=request.get("endpointPublicAccess", True),
        endpoint_private_access=request.get("endpointPrivateAccess", False),
        public_access_cidrs=list(request.get("publicAccessCidrs") or EVERYWHERE),
    )


def subnets_of(ec2: EC2Backend, subnet_ids: Sequence[str]) -> list[Subnet]:
    """The subnets; an unknown one is refused."""
    known = {subnet.id: subnet for zone in ec2.subnets.values() for subnet in zone.values()}
    missing = [subnet_id for subnet_id in subnet_ids if subnet_id not in known]
    if missing:
        raise invalid_parameter(f"The subnet ID '{missing[0]}' does not exist")
    return [known[subnet_id] for subnet_id in subnet_ids]


def refuse_single_zone(subnets: Sequence[Subnet]) -> None:
    if len({subnet.availability_zone for subnet in subnets}) < 2:
        raise invalid_parameter("Subnets specified must be in at least two different AZs")


def service_range(asked: str | None, vpc: VpcConfig) -> str:
    """The range of the Services, which may not meet the VPC
    (https://docs.aws.amazon.com/eks/latest/APIReference/API_KubernetesNetworkConfigRequest.html)."""
    ranges = [ip_network(block["cidr_block"]) for block in vpc.ec2.vpcs[vpc.vpc_id].get_cidr_block_association_set()]
    for candidate in [asked] if asked else SERVICE_RANGES:
        if not any(ip_network(candidate).overlaps(block) for block in ranges):
            return candidate
    raise invalid_parameter(f"The specified Service IPv4 CIDR {asked} overlaps with a CIDR block of the VPC")


def _one_a_zone(subnets: Sequence[Subnet]) -> list[Subnet]:
    return list({subnet.availability_zone: subnet for subnet in reversed(subnets)}.values())[::-1]
