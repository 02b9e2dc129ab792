"""Service Quotas: answers with the limits that are in force in the bed."""

from moto.servicequotas import urls
from moto.servicequotas.models import servicequotas_backends

from testbed.bed import Bed
from testbed.quotas.backend import TestbedServiceQuotasBackend
from testbed.quotas.response import TestbedServiceQuotasResponse


def install(bed: Bed) -> None:
    """Put it in moto's place; to be called before any call is served."""
    TestbedServiceQuotasBackend.bed = bed
    servicequotas_backends.backend = TestbedServiceQuotasBackend
    for path in urls.url_paths:
        urls.url_paths[path] = TestbedServiceQuotasResponse.dispatch
