"""Operations of Service Quotas that moto lacks."""

import json

from moto.servicequotas.responses import ServiceQuotasResponse


class TestbedServiceQuotasResponse(ServiceQuotasResponse):
    def list_service_quotas(self) -> str:
        quotas = self.backend.list_service_quotas(json.loads(self.body)["ServiceCode"])  # type: ignore[attr-defined]
        return json.dumps({"Quotas": quotas})

    def get_aws_default_service_quota(self) -> str:
        asked = json.loads(self.body)
        quota = self.backend.get_default_service_quota(asked["ServiceCode"], asked["QuotaCode"])  # type: ignore[attr-defined]
        return json.dumps({"Quota": quota})
