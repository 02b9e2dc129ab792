"""Runs real programs for the pods that ask for one, in place of kwok, which runs nothing."""

from testbed.kubernetes.kubelet.containers import Address, Containers, Image
from testbed.kubernetes.kubelet.kubelet import Kubelet
from testbed.kubernetes.kubelet.stages import write_stages
from testbed.kubernetes.kubelet.surroundings import Surroundings

__all__ = ["Address", "Containers", "Image", "Kubelet", "Surroundings", "write_stages"]
