"""AWS::EKS::Cluster
(https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-eks-cluster.html)."""

from typing import Any

from testbed.cloudformation.eks_resource import EksResource
from testbed.cloudformation.errors import ResourceFailed
from testbed.eks.cluster import Cluster
from testbed.eks.cluster_updates import update_cluster_config, update_cluster_version
from testbed.eks.create_cluster import create_cluster
from testbed.eks.delete_cluster import delete_cluster
from testbed.eks.update import Update


class EksCluster(EksResource):
    """A cluster in a stack."""

    TYPE = "AWS::EKS::Cluster"
    ATTRIBUTES = (
        *("Arn", "Endpoint", "CertificateAuthorityData", "ClusterSecurityGroupId", "OpenIdConnectIssuerUrl"),
        *("EncryptionConfigKeyArn", "KubernetesNetworkConfig.ServiceIpv4Cidr"),
    )

    #: Kinds of change that the API has still to be asked for.
    waiting: list[str]

    @staticmethod
    def cloudformation_type() -> str:
        return EksCluster.TYPE

    @property
    def cluster(self) -> Cluster:
        return self.eks.cluster(self.properties["Name"])

    @property
    def physical_resource_id(self) -> str:
        return str(self.properties["Name"])

    @property
    def request(self) -> dict[str, Any]:
        request = super().request
        enabled = request.pop("logging", {}).get("clusterLogging", {}).get("enabledTypes", [])
        types = [entry["type"] for entry in enabled]
        vpc = {key: _boolean(value) for key, value in request["resourcesVpcConfig"].items()}
        access = {key: _boolean(value) for key, value in (request.get("accessConfig") or {}).items()}
        return {
            **request,
            "resourcesVpcConfig": vpc,
            "accessConfig": access,
            "logging": {"clusterLogging": [{"types": types, "enabled": True}]},
        }

    def create(self) -> None:
        self.waiting = []
        create_cluster(self.eks, self.request, self.stack.caller)

    def update(self, before: dict[str, Any]) -> None:
        """The API takes one kind of change at a time: the others wait for it."""
        request = self.request
        changed = [key for key in self.properties if self.properties[key] != before.get(key)]
        self.cluster.tags.update(request["tags"])
        self.waiting = [key[0].lower() + key[1:] for key in changed if key not in ("Tags", "Version")]
        if request["version"] != self.cluster.version:
            self.waiting.insert(0, "version")

    def delete(self, account_id: str, region_name: str) -> None:
        delete_cluster(self.eks, self.properties["Name"])

    def settled(self) -> bool:
        if self.cluster.status == "FAILED":
            raise ResourceFailed(f'Resource handler returned message: "{self.cluster.issues[0]["message"]}"')
        if not super().settled() or self.cluster.status != "ACTIVE":
            return False
        if not self.waiting:
            return True
        self.updates.append(self._begin(self.waiting.pop(0)))
        return False

    def _begin(self, name: str) -> Update:
        value = self.request[name]
        if name == "version":
            return update_cluster_version(self.eks, self.cluster, value)
        return update_cluster_config(self.eks, self.cluster, {name: value})

    def removed(self) -> bool:
        return self.is_gone()

    def attribute(self, name: str) -> Any:
        described = self.cluster
        return {
            "Arn": described.arn,
            "Endpoint": described.endpoint,
            "CertificateAuthorityData": described.certificate_authority,
            "ClusterSecurityGroupId": described.vpc.cluster_security_group_id,
            "OpenIdConnectIssuerUrl": described.issuer,
            "EncryptionConfigKeyArn": (described.request.get("encryptionConfig") or [{}])[0]
            .get("provider", {})
            .get("keyArn"),
            "KubernetesNetworkConfig.ServiceIpv4Cidr": described.service_range,
        }[name]


def _boolean(value: Any) -> Any:
    """A template may write true as text."""
    return {"true": True, "false": False}.get(value, value) if isinstance(value, str) else value
