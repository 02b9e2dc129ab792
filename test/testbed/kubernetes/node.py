"""A worker node as its kubelet and the cloud controller would register it."""

import re
from dataclasses import dataclass
from typing import Any

MEBIBYTES = {"Ki": 1 / 1024, "Mi": 1, "Gi": 1024, "Ti": 1024**2}


@dataclass(frozen=True)
class Node:
    """An EC2 instance that joined the cluster; ``version`` is its kubelet's."""

    name: str
    zone: str
    region: str
    instance_id: str
    instance_type: str
    node_group: str
    labels: dict[str, str]
    taints: tuple[dict[str, str], ...]
    cpu: str
    memory: str
    max_pods: int
    version: str
    pod_cidr: str | None = None
    """Where its pods get their addresses, as from the subnet of the node."""
    zone_id: str | None = None
    """Names the zone alike in every account, such as apne1-az4."""

    def manifest(self) -> dict[str, Any]:
        """The Node object; kwok makes it Ready."""
        return {
            "apiVersion": "v1",
            "kind": "Node",
            "metadata": {"name": self.name, "labels": self._labels()},
            "spec": self._spec(),
            "status": {
                "addresses": self._addresses(),
                "capacity": self._resources(self.cpu, self.memory),
                "allocatable": self._resources(*self._allocatable()),
                "nodeInfo": {
                    "architecture": self._architecture(),
                    "kubeletVersion": self.version,
                    "kubeProxyVersion": self.version,
                    "operatingSystem": "linux",
                    "osImage": "Amazon Linux 2023",
                    "containerRuntimeVersion": "containerd://2.1.4",
                    "kernelVersion": "6.12.40-64.114.amzn2023",
                    "bootID": "",
                    "machineID": "",
                    "systemUUID": "",
                },
            },
        }

    def _labels(self) -> dict[str, str]:
        return {
            "kubernetes.io/hostname": self.name,
            "kubernetes.io/arch": self._architecture(),
            "kubernetes.io/os": "linux",
            "node.kubernetes.io/instance-type": self.instance_type,
            "topology.kubernetes.io/region": self.region,
            "topology.kubernetes.io/zone": self.zone,
            # https://github.com/kubernetes/cloud-provider-aws/pull/1155
            **({"topology.k8s.aws/zone-id": self.zone_id} if self.zone_id else {}),
            **({"eks.amazonaws.com/nodegroup": self.node_group} if self.node_group else {}),
            **self.labels,
        }

    def _spec(self) -> dict[str, Any]:
        spec: dict[str, Any] = {
            "providerID": f"aws:///{self.zone}/{self.instance_id}",
            "taints": list(self.taints),
        }
        if self.pod_cidr:
            spec |= {"podCIDR": self.pod_cidr, "podCIDRs": [self.pod_cidr]}
        return spec

    def _addresses(self) -> list[dict[str, str]]:
        """EC2 names an instance after its address: ip-10-1-2-3.eu-central-1.compute.internal."""
        parts = re.match(r"ip-(\d+)-(\d+)-(\d+)-(\d+)", self.name)
        internal = [{"type": "InternalIP", "address": ".".join(parts.groups())}] if parts else []
        names = [{"type": kind, "address": self.name} for kind in ("InternalDNS", "Hostname")]
        return internal + names

    def _architecture(self) -> str:
        """Graviton types have a g after the generation: m7g, c6gn, t4g."""
        return "arm64" if re.match(r"[a-z]+\d+[a-z]*?g", self.instance_type) else "amd64"

    def _resources(self, cpu: str, memory: str) -> dict[str, str]:
        return {
            "cpu": cpu,
            "memory": memory,
            "ephemeral-storage": "80Gi",
            "pods": str(self.max_pods),
        }

    def _allocatable(self) -> tuple[str, str]:
        """What EKS's nodes keep back for the system.

        https://github.com/awslabs/amazon-eks-ami/blob/main/nodeadm/internal/kubelet/config.go
        """
        memory = round(_mebibytes(self.memory)) - (11 * self.max_pods + 255) - 100
        return f"{1000 * int(self.cpu) - _kept_millicores(int(self.cpu))}m", f"{memory}Mi"


def _kept_millicores(cores: int) -> int:
    """6 % of the first core, 1 % of the second, 0.5 % of the next two, 0.25 % of the rest."""
    shares = [60, 10, 5, 5] + [2.5] * max(cores - 4, 0)
    return int(sum(shares[:cores]))


def _mebibytes(quantity: str) -> float:
    parts = re.fullmatch(r"(\d+)([KMGT]i)", quantity)
    if not parts:
        raise ValueError(f"Expected memory such as 16384Mi or 16Gi, received {quantity!r}.")
    return int(parts[1]) * MEBIBYTES[parts[2]]
