"""Operations on what no cluster of the bed has: eksctl and verifiers ask for it and get empty lists."""

from moto.core.responses import ActionResult

from testbed.eks.errors import not_found
from testbed.eks.response import EksOperations


class UnusedFeatureOperations(EksOperations):
    """Identity providers, capabilities and insights."""

    def list_identity_provider_configs(self) -> ActionResult:
        return self._empty("identityProviderConfigs")

    def list_capabilities(self) -> ActionResult:
        return self._empty("capabilities")

    def list_insights(self) -> ActionResult:
        return self._empty("insights")

    def describe_insight(self) -> ActionResult:
        self.backend.cluster(self._get_param("name"))
        raise not_found(f"No insight found for ID: {self._get_param('id')}")

    def _empty(self, key: str) -> ActionResult:
        self.backend.cluster(self._get_param("name"))
        return ActionResult({key: []})
