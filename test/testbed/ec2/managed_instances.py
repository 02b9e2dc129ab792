"""Machines of EKS Auto Mode, which EC2 shows as run by somebody else than the account.

https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/amazon-ec2-managed-instances.html
"""

from typing import Any

from moto.ec2.models import EC2Backend

#: A tag that Auto Mode gives its machines.
MARK = "eks:kubernetes-node-class-name"


class ManagedInstances(EC2Backend):
    def run_instances(self, *arguments: Any, **named: Any) -> Any:
        reservation = super().run_instances(*arguments, **named)
        for instance in reservation.instances:
            if MARK in {tag["key"] for tag in instance.get_tags()}:
                instance.operator = {"Managed": True, "Principal": "eks.amazonaws.com"}
        return reservation
