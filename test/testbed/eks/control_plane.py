"""The real Kubernetes API behind a cluster, where the bed has its programs."""

import base64

from testbed import kubernetes
from testbed.eks.access_bindings import bind_policies
from testbed.eks.cluster import Cluster
from testbed.eks.tokens import authenticator
from testbed.eks.world import World
from testbed.kubernetes import LoadBalancers

#: Nothing listens there: a bed without the programs serves AWS only.
NOWHERE = "https://127.0.0.1:1"


def start_control_plane(cluster: Cluster, world: World) -> None:
    """Starts it and waits until it answers; takes seconds, so never inside the bed's lock."""
    if not kubernetes.available():
        cluster.endpoint = NOWHERE
        cluster.certificate_authority = base64.b64encode(world.issuer.authority.pem).decode()
        return
    control_plane = kubernetes.start(
        name=cluster.name,
        version=cluster.version,
        authenticate=authenticator(cluster, world.bed),
        load_balancers=LoadBalancers(
            account=cluster.account_id,
            region=cluster.region,
            cluster=cluster.name,
            vpc_id=cluster.vpc.vpc_id,
            cluster_security_group=str(cluster.vpc.cluster_security_group_id),
            lock=world.bed.lock,
        ),
        service_cidr=cluster.service_range,
    )
    cluster.control_plane = control_plane
    control_plane.wait_ready()
    bind_policies(control_plane)
    apply_access(cluster)
    cluster.endpoint = control_plane.endpoint
    cluster.certificate_authority = control_plane.certificate_authority


def apply_access(cluster: Cluster) -> None:
    """Makes the endpoint as reachable as the cluster's configuration says."""
    if cluster.control_plane:
        cluster.control_plane.set_access(
            public=cluster.vpc.endpoint_public_access,
            private=cluster.vpc.endpoint_private_access,
            public_cidrs=cluster.vpc.public_access_cidrs,
        )


def stop_control_plane(cluster: Cluster) -> None:
    if cluster.control_plane:
        cluster.control_plane.stop()
        cluster.control_plane = None
