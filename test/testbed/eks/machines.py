"""The machines of a node group: EC2 instances, their Auto Scaling group and their Node objects."""

from typing import Any

from moto.autoscaling.models import AutoScalingBackend, InstanceState, autoscaling_backends
from moto.ec2.models import EC2Backend, ec2_backends
from moto.ec2.models.instances import Instance
from moto.ec2.models.subnets import Subnet

from testbed.eks.background import Pause
from testbed.eks.cluster import Cluster
from testbed.eks.launch_template import template_data
from testbed.eks.machine_node import node_of
from testbed.eks.nodegroup import Nodegroup
from testbed.eks.pod_addresses import place_pods
from testbed.eks.vpc_config import subnets_of
from testbed.kubernetes import ControlPlane
from testbed.kubernetes.api import ApiError

#: EKS tries for 15 minutes; three seconds are as long for the tests
#: (https://docs.aws.amazon.com/eks/latest/userguide/managed-node-update-behavior.html).
EVICTION_ROUNDS = 10
EVICTION_PAUSE_SECONDS = 0.3
NOT_FOUND = 404


class Machines:
    """What a node group has in EC2 and Kubernetes; its methods that speak to Kubernetes take seconds."""

    def __init__(self, cluster: Cluster, group: Nodegroup) -> None:
        self.cluster = cluster
        self.group = group
        self.ec2: EC2Backend = ec2_backends[cluster.account_id][cluster.region]
        self.scaling: AutoScalingBackend = autoscaling_backends[cluster.account_id][cluster.region]

    def prepare(self) -> None:
        """EKS's launch template and the Auto Scaling group, still without machines."""
        name = f"eks-{self.group.name}-{self.group.unique}"
        self.group.launch_template_id = self._launch_template(f"eks-{self.group.unique}")
        specification = {"LaunchTemplateId": self.group.launch_template_id, "Version": "1"}
        scaling = self.group.scaling
        created = self.scaling.create_auto_scaling_group(
            name=name,
            availability_zones=[],
            desired_capacity=0,
            max_size=scaling["maxSize"],
            min_size=0,
            launch_config_name="",
            launch_template={},
            vpc_zone_identifier=",".join(self.group.request["subnets"]),
            default_cooldown=None,
            health_check_period=None,
            health_check_type="EC2",
            load_balancers=[],
            target_group_arns=[],
            placement_group=None,
            termination_policies=[],
            tags=self._scaling_tags(name),
            mixed_instances_policy={
                "LaunchTemplate": {
                    "LaunchTemplateSpecification": specification,
                    "Overrides": [{"InstanceType": kind} for kind in self.group.request["instanceTypes"]],
                }
            },
        )
        created.min_size = scaling["minSize"]
        self.group.auto_scaling_group_name = name

    def launch(self, count: int) -> list[Instance]:
        """Starts machines, each in the zone that has the fewest."""
        started = []
        for _ in range(count):
            instance = self._launch_in(self._emptiest_subnet())
            self.group.nodes[instance.id] = instance.private_dns_name
            started.append(instance)
        self._note_size()
        return started

    def join(self, instances: list[Instance]) -> None:
        """Makes the machines nodes of the cluster."""
        if self.cluster.control_plane is None:
            return
        for instance in instances:
            self.cluster.control_plane.add_node(node_of(self.cluster, self.group, instance))

    def drain(self, instance_ids: list[str], pause: Pause) -> list[str]:
        """Evicts what runs on the nodes; answers with the pods that a budget protects to the end."""
        control_plane = self.cluster.control_plane
        if control_plane is None:
            return []
        for _ in range(EVICTION_ROUNDS):
            names = [self.group.nodes[instance_id] for instance_id in instance_ids]
            protected = [pod for name in names for pod in _drain(control_plane, name)]
            if not protected:
                return []
            pause(EVICTION_PAUSE_SECONDS)
        return protected

    def leave(self, instance_ids: list[str]) -> None:
        """Takes the nodes out of the cluster, with whatever runs on them."""
        if self.cluster.control_plane is None:
            return
        for instance_id in instance_ids:
            self.cluster.control_plane.remove_node(self.group.nodes[instance_id])

    def terminate(self, instance_ids: list[str]) -> None:
        if not instance_ids:
            return
        instances = [self.ec2.get_instance(instance_id) for instance_id in instance_ids]
        disks = [disk.volume_id for each in instances for disk in each.block_device_mapping.values()]
        self.ec2.terminate_instances(instance_ids)
        for instance in instances:
            # moto leaves both behind, which on AWS end with the machine.
            for interface in instance.nics.values():
                self.ec2.enis.pop(interface.id, None)
                for address in interface.private_ip_addresses:
                    interface.subnet._subnet_ips.pop(address["PrivateIpAddress"], None)
            del self.group.nodes[instance.id]
            self.group.pod_ranges.pop(instance.id, None)
        for disk in disks:
            self.ec2.volumes.pop(disk, None)
        group = self._auto_scaling_group()
        group.instance_states = [state for state in group.instance_states if state.instance_id not in instance_ids]
        self._note_size()

    def surplus(self, count: int) -> list[str]:
        """The machines to go first: the newest of the fullest zones."""
        remaining, chosen = dict(self.group.nodes), []
        for _ in range(count):
            zones = [self.ec2.get_instance(instance_id).placement.zone for instance_id in remaining]
            fullest = max(zones, key=zones.count)
            last = [instance_id for instance_id, zone in zip(remaining, zones, strict=True) if zone == fullest][-1]
            chosen.append(last)
            del remaining[last]
        return chosen

    def set_sizes(self) -> None:
        group = self._auto_scaling_group()
        group.min_size, group.max_size = self.group.scaling["minSize"], self.group.scaling["maxSize"]

    def remove(self) -> None:
        """Ends what is left in EC2 and Auto Scaling."""
        self.terminate([*self.group.nodes])
        if self.group.auto_scaling_group_name in self.scaling.autoscaling_groups:
            self.scaling.delete_auto_scaling_group(self.group.auto_scaling_group_name)
        if self.group.launch_template_id in self.ec2.launch_templates:
            name = self.ec2.launch_templates[self.group.launch_template_id].name
            self.ec2.delete_launch_template(name, None)

    def _auto_scaling_group(self) -> Any:
        return self.scaling.autoscaling_groups[self.group.auto_scaling_group_name]

    def _note_size(self) -> None:
        self._auto_scaling_group().desired_capacity = len(self.group.nodes)

    def _launch_template(self, name: str) -> str:
        data = template_data(self.cluster, self.group)
        tags = {"eks:cluster-name": self.cluster.name, "eks:nodegroup-name": self.group.name}
        return self.ec2.create_launch_template(name, "", data, {"launch-template": tags}).id

    def _scaling_tags(self, name: str) -> list[dict[str, Any]]:
        tags = {
            "eks:cluster-name": self.cluster.name,
            "eks:nodegroup-name": self.group.name,
            f"kubernetes.io/cluster/{self.cluster.name}": "owned",
            # By these the cluster autoscaler finds the groups that it may scale.
            "k8s.io/cluster-autoscaler/enabled": "true",
            f"k8s.io/cluster-autoscaler/{self.cluster.name}": "owned",
        }
        return [
            {
                "Key": key,
                "Value": value,
                "PropagateAtLaunch": True,
                "ResourceId": name,
                "ResourceType": "auto-scaling-group",
            }
            for key, value in tags.items()
        ]

    def _emptiest_subnet(self) -> Subnet:
        subnets = subnets_of(self.ec2, self.group.request["subnets"])
        used = [self.ec2.get_instance(instance_id).subnet_id for instance_id in self.group.nodes]
        return min(subnets, key=lambda subnet: used.count(subnet.id))

    def _launch_in(self, subnet: Subnet) -> Instance:
        group = self._auto_scaling_group()
        template = {"LaunchTemplateId": self.group.launch_template_id, "Version": "1"}
        version = self.ec2.get_launch_template(self.group.launch_template_id).get_version("1")
        tags = {
            **group.get_propagated_tags(),
            **version.instance_tags,
            "aws:autoscaling:groupName": group.name,
        }
        instance = self.ec2.run_instances(
            version.image_id or "ami-0abcdef1234567890",
            1,
            version.user_data,
            [],
            instance_type=version.instance_type,
            is_instance_type_default=False,
            launch_template=template,
            security_group_ids=list(version.data["SecurityGroupIds"]),
            subnet_id=subnet.id,
            region_name=self.cluster.region,
            tags={"instance": tags},
            block_device_mappings=version.data["BlockDeviceMappings"],
            metadata_options=version.data["MetadataOptions"],
            # As the subnet says, unless somebody asked otherwise.
            associate_public_ip=None,
        ).instances[0]
        # moto answers with what it finds under the name.
        instance.cpu_options = version.data.get("CpuOptions")  # type: ignore[attr-defined]
        self.group.pod_ranges[instance.id] = place_pods(self.cluster, instance)
        instance.autoscaling_group = group  # type: ignore[attr-defined]
        group.instance_states.append(InstanceState(instance, autoscaling_group=group))
        return instance


def _drain(control_plane: ControlPlane, name: str) -> list[str]:
    try:
        return control_plane.drain_node(name)
    except ApiError as error:
        # The machine never joined, or somebody deleted its node.
        if error.status == NOT_FOUND:
            return []
        raise
