"""What EKS makes of a node group's launch template, or in place of one.

https://docs.aws.amazon.com/eks/latest/userguide/launch-templates.html
"""

from typing import Any

from testbed.eks.cluster import Cluster
from testbed.eks.nodegroup import Nodegroup

IMAGE_GIBIBYTES = 20
ROOT_DEVICE = "/dev/xvda"
#: Images that ask for version 2 of the metadata service themselves
#: (https://docs.aws.amazon.com/linux/al2023/ug/imds.html).
STRICT_IMAGES = ("AL2023", "BOTTLEROCKET")


def template_data(cluster: Cluster, group: Nodegroup) -> dict[str, Any]:
    """The data of the copy by which EKS starts every machine of the group."""
    data: dict[str, Any] = {}
    asked = group.request.get("launchTemplate")
    if asked:
        data = dict(cluster.vpc.ec2.get_launch_template(asked["id"]).get_version(asked["version"]).data)
    # Without groups of its own a machine gets the cluster's.
    data["SecurityGroupIds"] = data.get("SecurityGroupIds") or [cluster.vpc.cluster_security_group_id]
    data["InstanceType"] = group.request["instanceTypes"][0]
    data["BlockDeviceMappings"] = _disks(cluster, group, data.get("BlockDeviceMappings") or [])
    data["MetadataOptions"] = {**_image_options(group), **data.get("MetadataOptions", {})}
    return data


def _disks(cluster: Cluster, group: Nodegroup, asked: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """A disk without a size is as large as the image's; the account may encrypt every disk by itself."""
    if all(disk["DeviceName"] != ROOT_DEVICE for disk in asked):
        asked = [{"DeviceName": ROOT_DEVICE, "Ebs": {"VolumeSize": group.request.get("diskSize") or IMAGE_GIBIBYTES}}]
    encrypts = cluster.vpc.ec2.ebs_encryption_by_default
    return [{**disk, "Ebs": _disk(disk.get("Ebs", {}), encrypts)} for disk in asked]


def _disk(asked: dict[str, Any], encrypts: bool) -> dict[str, Any]:
    disk = {"VolumeSize": IMAGE_GIBIBYTES, "DeleteOnTermination": True, **asked}
    return {**disk, "Encrypted": encrypts or _is_true(asked.get("Encrypted"))}


def _is_true(value: object) -> bool:
    return str(value).lower() == "true"


def _image_options(group: Nodegroup) -> dict[str, Any]:
    strict = group.request["amiType"].startswith(STRICT_IMAGES)
    return {"HttpTokens": "required" if strict else "optional", "HttpPutResponseHopLimit": 2}
