"""EC2 at least as strict as AWS, where moto is kinder."""

from moto.ec2 import urls
from moto.ec2.models import ec2_backends

from testbed.bed import Bed
from testbed.ec2 import network_interface, routes, security_group_rule
from testbed.ec2.backend import TestbedEc2Backend
from testbed.ec2.response import TestbedEc2Response
from testbed.ec2.visibility import visibility


def install(bed: Bed) -> None:
    """Put the strict EC2 in moto's place; to be called before any call is served."""
    TestbedEc2Backend.bed = bed
    visibility.install(bed)
    network_interface.install_models()
    routes.install_models()
    security_group_rule.install_models()
    ec2_backends.backend = TestbedEc2Backend
    for path in urls.url_paths:
        urls.url_paths[path] = TestbedEc2Response.dispatch
