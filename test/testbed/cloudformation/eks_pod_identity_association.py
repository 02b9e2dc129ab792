"""AWS::EKS::PodIdentityAssociation
(https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-eks-podidentityassociation.html)."""

from typing import Any

from testbed.cloudformation.eks_resource import EksResource
from testbed.eks.pod_identity import PodIdentityAssociation, create_association


class EksPodIdentityAssociation(EksResource):
    """A pod identity association in a stack."""

    TYPE = "AWS::EKS::PodIdentityAssociation"
    ATTRIBUTES = ("AssociationArn", "AssociationId")

    association: PodIdentityAssociation

    @staticmethod
    def cloudformation_type() -> str:
        return EksPodIdentityAssociation.TYPE

    @property
    def physical_resource_id(self) -> str:
        return self.association.arn

    def create(self) -> None:
        self.association = create_association(self.eks, self.cluster, self.request)

    def update(self, before: dict[str, Any]) -> None:
        self.association.role_arn = self.properties["RoleArn"]

    def delete(self, account_id: str, region_name: str) -> None:
        if not self.is_gone():
            self.cluster.pod_identity_associations.pop(self.association.id, None)

    def attribute(self, name: str) -> Any:
        return {"AssociationArn": self.association.arn, "AssociationId": self.association.id}[name]
