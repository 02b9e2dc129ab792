"""The Node object of a machine: what its kubelet would register."""

from ipaddress import IPv4Network

from moto.ec2.models.instance_types import INSTANCE_TYPES
from moto.ec2.models.instances import Instance

from testbed.eks.cluster import Cluster
from testbed.eks.cluster_versions import patch_version
from testbed.eks.nodegroup import Nodegroup
from testbed.kubernetes import Node

TAINT_EFFECTS = {"NO_SCHEDULE": "NoSchedule", "NO_EXECUTE": "NoExecute", "PREFER_NO_SCHEDULE": "PreferNoSchedule"}
#: Most addresses that a machine's pods get.
BLOCK = 26


def node_of(cluster: Cluster, group: Nodegroup, instance: Instance) -> Node:
    """With the size of its instance type and a block of its subnet's addresses for its pods."""
    kind = INSTANCE_TYPES[instance.instance_type]
    network = kind["NetworkInfo"]
    interfaces, addresses = network["MaximumNetworkInterfaces"], network["Ipv4AddressesPerInterface"]
    labels = group.request.get("labels") or {}
    return Node(
        name=instance.private_dns_name,
        zone=str(instance.placement.zone),
        region=cluster.region,
        instance_id=instance.id,
        instance_type=instance.instance_type,
        node_group=group.name,
        labels={**labels, "eks.amazonaws.com/capacityType": group.request["capacityType"]},
        taints=tuple(kubernetes_taint(taint) for taint in group.request.get("taints") or []),
        cpu=str(kind["VCpuInfo"]["DefaultVCpus"]),
        memory=f"{kind['MemoryInfo']['SizeInMiB']}Mi",
        # https://docs.aws.amazon.com/eks/latest/userguide/choosing-instance-type.html
        max_pods=interfaces * (addresses - 1) + 2,
        version=f"v{patch_version(group.version)}-eks-ba24e9c",
        pod_cidr=str(_pod_range(cluster, group, instance)),
    )


def kubernetes_taint(taint: dict[str, str]) -> dict[str, str]:
    """A taint as EKS writes it, in Kubernetes' words."""
    return {"key": taint["key"], "value": taint.get("value", ""), "effect": TAINT_EFFECTS[taint["effect"]]}


def _pod_range(cluster: Cluster, group: Nodegroup, instance: Instance) -> IPv4Network:
    """Pods get addresses of the subnet, as from the VPC CNI: one block a machine, from the subnet's end."""
    subnet = IPv4Network(cluster.vpc.ec2.get_subnet(str(instance.subnet_id)).cidr_block)
    blocks = [*subnet.subnets(new_prefix=max(BLOCK, subnet.prefixlen + 2))][::-1]
    taken = {block for other in cluster.nodegroups.values() for block in other.pod_ranges.values()}
    # The first block is the machines' own; in a full subnet two machines share one.
    chosen = next((block for block in blocks[:-1] if block not in taken), blocks[-2])
    group.pod_ranges[instance.id] = chosen
    return chosen
