"""Addresses of pods: secondary addresses of their machine's network interfaces, as the VPC CNI takes them.

https://docs.aws.amazon.com/eks/latest/best-practices/vpc-cni.html
"""

from collections.abc import Iterator
from ipaddress import IPv4Network

from moto.ec2.models import EC2Backend
from moto.ec2.models.elastic_network_interfaces import NetworkInterface
from moto.ec2.models.instance_types import INSTANCE_TYPES
from moto.ec2.models.instances import Instance

from testbed.eks.cluster import Cluster

#: Most addresses that a machine's pods get.
BLOCK = 26


def place_pods(cluster: Cluster, instance: Instance) -> IPv4Network:
    """The machine gets all the interfaces that its type allows, as under full load; answers with the pods' block.

    Pods get the block's addresses from its start on, and the interfaces hold them from there too.
    """
    ec2 = cluster.vpc.ec2
    block = _free_block(cluster, instance)
    network = INSTANCE_TYPES[instance.instance_type]["NetworkInfo"]
    each = network["Ipv4AddressesPerInterface"]
    addresses = (str(address) for address in block)
    _hold(ec2, instance, instance.nics[0], _take(addresses, each - 1))
    for index in range(1, network["MaximumNetworkInterfaces"]):
        taken = _take(addresses, each)
        if taken:
            _hold(ec2, instance, _add_interface(cluster, instance, index, taken[0]), taken[1:])
    return block


def _free_block(cluster: Cluster, instance: Instance) -> IPv4Network:
    """One block a machine, from the end of its subnet; the first is the machines' own."""
    subnet = IPv4Network(cluster.vpc.ec2.get_subnet(str(instance.subnet_id)).cidr_block)
    blocks = [*subnet.subnets(new_prefix=max(BLOCK, subnet.prefixlen + 2))][::-1]
    taken = {block for group in cluster.nodegroups.values() for block in group.pod_ranges.values()}
    # In a full subnet two machines share one.
    return next((block for block in blocks[:-1] if block not in taken), blocks[-2])


def _add_interface(cluster: Cluster, instance: Instance, index: int, address: str) -> NetworkInterface:
    ec2 = cluster.vpc.ec2
    interface = ec2.create_network_interface(
        ec2.get_subnet(str(instance.subnet_id)),
        address,
        group_ids=[group.id for group in instance.security_groups],
        description=f"aws-K8S-{instance.id}",
        tags={
            "cluster.k8s.amazonaws.com/name": cluster.name,
            "node.k8s.amazonaws.com/instance_id": instance.id,
        },
        delete_on_termination=True,
    )
    ec2.attach_network_interface(interface.id, instance.id, index)
    return interface


def _hold(ec2: EC2Backend, instance: Instance, interface: NetworkInterface, addresses: list[str]) -> None:
    subnet = ec2.get_subnet(str(instance.subnet_id))
    for address in addresses:
        # Nobody else in the subnet gets it.
        subnet._subnet_ips[address] = instance
        interface.private_ip_addresses.append({"Primary": False, "PrivateIpAddress": address})


def _take(addresses: Iterator[str], count: int) -> list[str]:
    return [address for _, address in zip(range(count), addresses, strict=False)]
