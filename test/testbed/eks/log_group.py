"""The log group of a cluster, which EKS makes when a log type is switched on and never removes.

https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html
"""

from moto.logs.models import logs_backends

from testbed.eks.cluster import Cluster


def ensure_log_group(cluster: Cluster) -> None:
    name = f"/aws/eks/{cluster.name}/cluster"
    logs = logs_backends[cluster.account_id][cluster.region]
    if cluster.log_types and name not in logs.groups:
        logs.create_log_group(name, {})
