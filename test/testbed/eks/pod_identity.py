"""EKS Pod Identity: which role a service account gets.

https://docs.aws.amazon.com/eks/latest/userguide/pod-identities.html
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from moto.core.responses import ActionResult
from moto.core.utils import utcnow
from moto.moto_api._internal import mock_random

from testbed.eks.backend import TestbedEksBackend
from testbed.eks.cluster import Cluster
from testbed.eks.errors import in_use, invalid_request, not_found
from testbed.eks.response import EksOperations


@dataclass
class PodIdentityAssociation:
    """``owner_arn``: the add-on that made it, which alone may change it."""

    cluster_name: str
    namespace: str
    service_account: str
    role_arn: str
    arn: str
    id: str
    tags: dict[str, str] = field(default_factory=dict)
    owner_arn: str | None = None
    created_at: datetime = field(default_factory=utcnow)

    def summarise(self) -> dict[str, object]:
        return {
            "clusterName": self.cluster_name,
            "namespace": self.namespace,
            "serviceAccount": self.service_account,
            "associationArn": self.arn,
            "associationId": self.id,
            "ownerArn": self.owner_arn,
        }

    def describe(self) -> dict[str, object]:
        return {
            **self.summarise(),
            "roleArn": self.role_arn,
            "tags": self.tags,
            "createdAt": self.created_at,
            "modifiedAt": self.created_at,
            "disableSessionTags": False,
        }


def create_association(backend: TestbedEksBackend, cluster: Cluster, request: dict[str, Any]) -> PodIdentityAssociation:
    """One role a service account; a second association for it is refused."""
    namespace, service_account = request["namespace"], request["serviceAccount"]
    for known in cluster.pod_identity_associations.values():
        if (known.namespace, known.service_account) == (namespace, service_account):
            raise in_use(f"Association already exists: {known.id}", clusterName=cluster.name)
    identifier = f"a-{mock_random.get_random_hex(17)}"
    association = PodIdentityAssociation(
        cluster.name,
        namespace,
        service_account,
        request["roleArn"],
        arn=backend.arn("podidentityassociation", cluster.name, identifier),
        id=identifier,
        tags=dict(request.get("tags") or {}),
        owner_arn=request.get("ownerArn"),
    )
    cluster.pod_identity_associations[identifier] = association
    return association


class PodIdentityOperations(EksOperations):
    """Create, describe, list, update and delete."""

    def create_pod_identity_association(self) -> ActionResult:
        association = create_association(self.backend, self._cluster, self.request)
        return ActionResult({"association": association.describe()})

    def describe_pod_identity_association(self) -> ActionResult:
        return ActionResult({"association": self._association.describe()})

    def list_pod_identity_associations(self) -> ActionResult:
        wanted = {
            "namespace": self._get_param("namespace"),
            "serviceAccount": self._get_param("serviceAccount"),
        }
        summaries = [known.summarise() for known in self._cluster.pod_identity_associations.values()]
        found = [
            summary
            for summary in summaries
            if all(value is None or summary[key] == value for key, value in wanted.items())
        ]
        return ActionResult(self.page("associations", found))

    def update_pod_identity_association(self) -> ActionResult:
        association = self._owned_by_caller()
        association.role_arn = self.request.get("roleArn", association.role_arn)
        return ActionResult({"association": association.describe()})

    def delete_pod_identity_association(self) -> ActionResult:
        association = self._owned_by_caller()
        del self._cluster.pod_identity_associations[association.id]
        return ActionResult({"association": association.describe()})

    @property
    def _cluster(self) -> Cluster:
        return self.backend.cluster(self._get_param("name"))

    @property
    def _association(self) -> PodIdentityAssociation:
        identifier = self._get_param("associationId")
        association = self._cluster.pod_identity_associations.get(identifier)
        if association is None:
            raise not_found(f"No association found for ID: {identifier}", clusterName=self._cluster.name)
        return association

    def _owned_by_caller(self) -> PodIdentityAssociation:
        association = self._association
        if association.owner_arn:
            raise invalid_request(
                f"Pod identity association {association.id} is owned by {association.owner_arn}",
                clusterName=association.cluster_name,
            )
        return association
