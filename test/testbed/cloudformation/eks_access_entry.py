"""AWS::EKS::AccessEntry
(https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-eks-accessentry.html)."""

from typing import Any

from testbed.cloudformation.eks_resource import EksResource
from testbed.eks.access_entries import associate_access_policy, create_access_entry, find_access_entry


class EksAccessEntry(EksResource):
    """An access entry in a stack, with its policies."""

    TYPE = "AWS::EKS::AccessEntry"
    ATTRIBUTES = ("AccessEntryArn",)

    @staticmethod
    def cloudformation_type() -> str:
        return EksAccessEntry.TYPE

    @property
    def physical_resource_id(self) -> str:
        return f"{self.properties['PrincipalArn']}|{self.properties['ClusterName']}"

    def create(self) -> None:
        create_access_entry(self.eks, self.cluster, self.request)
        self._associate()

    def update(self, before: dict[str, Any]) -> None:
        entry = find_access_entry(self.cluster, self.properties["PrincipalArn"])
        entry.groups = list(self.properties.get("KubernetesGroups") or [])
        entry.policies.clear()
        self._associate()

    def delete(self, account_id: str, region_name: str) -> None:
        if not self.is_gone():
            find_access_entry(self.cluster, self.properties["PrincipalArn"])
            del self.cluster.access_entries[self.properties["PrincipalArn"]]

    def attribute(self, name: str) -> Any:
        return find_access_entry(self.cluster, self.properties["PrincipalArn"]).arn

    def _associate(self) -> None:
        for policy in self.request.get("accessPolicies") or []:
            associate_access_policy(self.cluster, {**policy, "principalArn": self.properties["PrincipalArn"]})
