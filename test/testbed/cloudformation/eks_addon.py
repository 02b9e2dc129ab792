"""AWS::EKS::Addon (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-eks-addon.html)."""

from typing import Any

from testbed.cloudformation.eks_resource import EksResource
from testbed.cloudformation.errors import ResourceFailed
from testbed.eks.addon import Addon
from testbed.eks.manage_addon import create_addon, delete_addon, find_addon, update_addon


class EksAddon(EksResource):
    """An add-on in a stack."""

    TYPE = "AWS::EKS::Addon"
    ATTRIBUTES = ("Arn",)

    @staticmethod
    def cloudformation_type() -> str:
        return EksAddon.TYPE

    @property
    def addon(self) -> Addon:
        return find_addon(self.cluster, self.properties["AddonName"])

    @property
    def physical_resource_id(self) -> str:
        return f"{self.properties['ClusterName']}|{self.properties['AddonName']}"

    def create(self) -> None:
        create_addon(self.eks, self.cluster, self.request)

    def update(self, before: dict[str, Any]) -> None:
        self.updates = [update_addon(self.eks, self.cluster, self.request)]

    def delete(self, account_id: str, region_name: str) -> None:
        delete_addon(self.eks, self.cluster, {"addonName": self.properties["AddonName"]})

    def settled(self) -> bool:
        if self.addon.state.endswith("_FAILED"):
            raise ResourceFailed(f'Resource handler returned message: "{self.addon.failure}"')
        return super().settled() and self.addon.state == "ACTIVE"

    def removed(self) -> bool:
        return self.is_gone() or self.properties["AddonName"] not in self.cluster.addons

    def attribute(self, name: str) -> Any:
        return self.addon.arn
