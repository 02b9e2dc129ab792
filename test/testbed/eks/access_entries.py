"""The operations on access entries and their policies.

https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateAccessEntry.html
"""

from typing import Any

from moto.core.responses import ActionResult, EmptyResult

from testbed.eks.access_entry import NODE_TYPES, AccessEntry, AssociatedPolicy
from testbed.eks.access_policies import POLICIES, is_access_policy
from testbed.eks.backend import TestbedEksBackend
from testbed.eks.cluster import Cluster
from testbed.eks.errors import in_use, invalid_parameter, invalid_request, not_found
from testbed.eks.response import EksOperations


def create_access_entry(backend: TestbedEksBackend, cluster: Cluster, request: dict[str, Any]) -> AccessEntry:
    """Admits a principal; a second entry for it is refused."""
    principal = request["principalArn"]
    if cluster.authentication_mode == "CONFIG_MAP":
        raise invalid_request(
            "The cluster's authentication mode must be set to one of [API, API_AND_CONFIG_MAP] to perform this"
            " operation.",
            clusterName=cluster.name,
        )
    if principal in cluster.access_entries:
        raise in_use("The specified access entry resource is already in use on this cluster.", clusterName=cluster.name)
    entry = AccessEntry.create(backend, cluster, principal)
    entry.type = request.get("type") or "STANDARD"
    entry.groups = list(request.get("kubernetesGroups") or [])
    entry.username = request.get("username")
    entry.tags = dict(request.get("tags") or {})
    reserved = [group for group in entry.groups if group.startswith(("system:", "eks:", "aws:", "amazon:", "iam:"))]
    if reserved:
        raise invalid_parameter(f"The kubernetes group name {reserved[0]} is invalid", clusterName=cluster.name)
    if entry.type in NODE_TYPES and (entry.groups or entry.username):
        raise invalid_parameter(f"kubernetesGroups and username cannot be set for type {entry.type}")
    cluster.access_entries[principal] = entry
    return entry


def associate_access_policy(cluster: Cluster, request: dict[str, Any]) -> AssociatedPolicy:
    entry = find_access_entry(cluster, request["principalArn"])
    policy_arn = request["policyArn"]
    if not is_access_policy(policy_arn):
        raise invalid_parameter(f"The policyArn parameter format is not valid: {policy_arn}", clusterName=cluster.name)
    if entry.type in NODE_TYPES:
        raise invalid_request(f"Access policies cannot be associated with access entries of type {entry.type}")
    entry.policies[policy_arn] = AssociatedPolicy(policy_arn, request["accessScope"])
    return entry.policies[policy_arn]


def find_access_entry(cluster: Cluster, principal_arn: str) -> AccessEntry:
    entry = cluster.access_entries.get(principal_arn)
    if entry is None:
        raise not_found(f"The specified principalArn could not be found: {principal_arn}.", clusterName=cluster.name)
    return entry


class AccessEntryOperations(EksOperations):
    """Create, describe, list, update and delete; policies that EKS knows, and those that an entry carries."""

    def create_access_entry(self) -> ActionResult:
        entry = create_access_entry(self.backend, self._cluster, self.request)
        return ActionResult({"accessEntry": entry.describe()})

    def describe_access_entry(self) -> ActionResult:
        return ActionResult({"accessEntry": self._entry.describe()})

    def list_access_entries(self) -> ActionResult:
        policy = self._get_param("associatedPolicyArn")
        principals = [
            principal
            for principal, entry in sorted(self._cluster.access_entries.items())
            if policy is None or policy in entry.policies
        ]
        return ActionResult(self.page("accessEntries", principals))

    def update_access_entry(self) -> ActionResult:
        entry = self._entry
        if "kubernetesGroups" in self.request:
            entry.groups = list(self.request["kubernetesGroups"])
        entry.username = self.request.get("username", entry.username)
        return ActionResult({"accessEntry": entry.describe()})

    def delete_access_entry(self) -> EmptyResult:
        del self._cluster.access_entries[self._entry.principal_arn]
        return EmptyResult()

    def list_access_policies(self) -> ActionResult:
        return ActionResult(self.page("accessPolicies", [policy.describe() for policy in POLICIES]))

    def associate_access_policy(self) -> ActionResult:
        policy = associate_access_policy(self._cluster, self.request)
        return ActionResult(
            {
                "clusterName": self._cluster.name,
                "principalArn": self.request["principalArn"],
                "associatedAccessPolicy": policy.describe(),
            }
        )

    def list_associated_access_policies(self) -> ActionResult:
        policies = [policy.describe() for policy in self._entry.policies.values()]
        return ActionResult(
            {
                "clusterName": self._cluster.name,
                "principalArn": self._entry.principal_arn,
                **self.page("associatedAccessPolicies", policies),
            }
        )

    def disassociate_access_policy(self) -> EmptyResult:
        if self._entry.policies.pop(self.request["policyArn"], None) is None:
            raise not_found("The specified access policy is not associated with this access entry")
        return EmptyResult()

    @property
    def _cluster(self) -> Cluster:
        return self.backend.cluster(self._get_param("name"))

    @property
    def _entry(self) -> AccessEntry:
        return find_access_entry(self._cluster, self.request["principalArn"])
