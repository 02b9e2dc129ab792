"""moto's Service Quotas, with the bed's limits where it has one."""

from typing import Any

from moto.servicequotas.models import ServiceQuotasBackend

from testbed.bed import Bed

#: Codes of https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html, with the setting that holds each.
_IN_FORCE = {
    "L-7E9ECCDB": "active_peerings_per_vpc",
    "L-DC9F7029": "outstanding_peerings",
    "L-93826ACB": "routes_per_table",
    "L-0EA8095F": "rules_per_security_group",
}


class TestbedServiceQuotasBackend(ServiceQuotasBackend):
    # moto finds the paths of a service beside the module of its backend.
    __module__ = ServiceQuotasBackend.__module__

    bed: Bed

    def get_service_quota(self, service_code: str, quota_code: str) -> dict[str, Any]:
        quota = dict(super().get_service_quota(service_code, quota_code))
        setting = _IN_FORCE.get(quota["QuotaCode"])
        if setting:
            quota["Value"] = float(getattr(self.bed.settings.quotas, setting))
        return quota

    def get_default_service_quota(self, service_code: str, quota_code: str) -> dict[str, Any]:
        """The value that AWS gives to every account, whatever is in force in this one."""
        return dict(super().get_service_quota(service_code, quota_code))

    def list_service_quotas(self, service_code: str) -> list[dict[str, Any]]:
        """Every quota of the service with the value in force."""
        defaults = self.list_aws_default_service_quotas(service_code)
        return [self.get_service_quota(service_code, quota["QuotaCode"]) for quota in defaults]
