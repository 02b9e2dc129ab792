"""ListServiceQuotas, which moto lacks."""

import json

from moto.servicequotas.responses import ServiceQuotasResponse


class TestbedServiceQuotasResponse(ServiceQuotasResponse):
    def list_service_quotas(self) -> str:
        quotas = self.backend.list_service_quotas(json.loads(self.body)["ServiceCode"])  # type: ignore[attr-defined]
        return json.dumps({"Quotas": quotas})
