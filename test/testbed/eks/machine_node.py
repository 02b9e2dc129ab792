"""The Node object of a machine: what its kubelet would register."""

from moto.ec2.models.instance_types import INSTANCE_TYPES
from moto.ec2.models.instances import Instance

from testbed.eks.cluster import Cluster
from testbed.eks.cluster_versions import patch_version
from testbed.eks.nodegroup import Nodegroup
from testbed.kubernetes import Node

TAINT_EFFECTS = {"NO_SCHEDULE": "NoSchedule", "NO_EXECUTE": "NoExecute", "PREFER_NO_SCHEDULE": "PreferNoSchedule"}


def node_of(cluster: Cluster, group: Nodegroup, instance: Instance) -> Node:
    """With the size of its instance type and the addresses of its pods."""
    kind = INSTANCE_TYPES[instance.instance_type]
    network = kind["NetworkInfo"]
    interfaces, addresses = network["MaximumNetworkInterfaces"], network["Ipv4AddressesPerInterface"]
    labels = group.request.get("labels") or {}
    subnet = cluster.vpc.ec2.get_subnet(str(instance.subnet_id))
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
        pod_cidr=str(group.pod_ranges[instance.id]),
        zone_id=subnet.availability_zone_id,
    )


def kubernetes_taint(taint: dict[str, str]) -> dict[str, str]:
    """A taint as EKS writes it, in Kubernetes' words."""
    return {"key": taint["key"], "value": taint.get("value", ""), "effect": TAINT_EFFECTS[taint["effect"]]}
