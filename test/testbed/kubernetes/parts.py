"""Command lines of the processes behind one cluster."""

import time
from collections.abc import Sequence
from pathlib import Path

from testbed.kubernetes.cluster_network import CONFIGURATION
from testbed.kubernetes.processes import Part
from testbed.kubernetes.workshop import Workshop

Command = Sequence[str]

# etcd wants the form host:port of a socket too; it is a file in the folder.
DATABASE_SOCKET = "etcd-client:0"
DATABASE = f"unix://{DATABASE_SOCKET}"

# Everything else would only cost memory: volumes, certificate requests, quotas, address management.
CONTROLLERS = (
    "clusterrole-aggregation-controller",
    "cronjob-controller",
    "daemonset-controller",
    "deployment-controller",
    "disruption-controller",
    "endpointslice-controller",
    "endpoints-controller",
    "garbage-collector-controller",
    "horizontal-pod-autoscaler-controller",
    "job-controller",
    "namespace-controller",
    "node-lifecycle-controller",
    "pod-garbage-collector-controller",
    "replicaset-controller",
    "root-ca-certificate-publisher-controller",
    "serviceaccount-controller",
    "serviceaccount-token-controller",
    "statefulset-controller",
    "taint-eviction-controller",
    "ttl-after-finished-controller",
)


def etcd(program: Path) -> Command:
    """One member that never waits for the disk and listens on no port."""
    peer = "unix://etcd-peer:0"
    return [
        str(program),
        "etcd",
        "--data-dir=etcd",
        "--unsafe-no-fsync",
        f"--listen-client-urls={DATABASE}",
        f"--advertise-client-urls={DATABASE}",
        f"--listen-peer-urls={peer}",
        f"--initial-advertise-peer-urls={peer}",
        f"--initial-cluster=default={peer}",
        "--log-level=warn",
    ]


def wait_for_database(folder: Path, database: Part) -> None:
    """An API server that comes too early waits longer than it takes."""
    while not (folder / DATABASE_SOCKET).exists():
        database.confirm_alive()
        time.sleep(0.02)


def api_server(program: Path, workshop: Workshop, port: int) -> Command:
    """Listens on loopback, on a port that the bed holds for it."""
    certificates = workshop.certificates
    return [
        str(program),
        "kube-apiserver",
        f"--etcd-servers={DATABASE}",
        "--bind-address=127.0.0.1",
        f"--secure-port={port}",
        "--permit-port-sharing=true",
        # Written into no endpoint; without it a machine without a network cannot start.
        "--advertise-address=192.0.2.1",
        "--endpoint-reconciler-type=none",
        f"--service-cluster-ip-range={workshop.service_cidr}",
        f"--tls-cert-file={certificates.server}",
        f"--tls-private-key-file={certificates.server_key}",
        "--authorization-mode=Node,RBAC",
        "--authentication-config=authentication.json",
        f"--egress-selector-config-file={CONFIGURATION}",
        "--token-auth-file=tokens.csv",
        "--authentication-token-webhook-config-file=webhook.json",
        "--authentication-token-webhook-version=v1",
        # A changed access entry is seen by the next request.
        "--authentication-token-webhook-cache-ttl=0s",
        "--service-account-issuer=https://kubernetes.default.svc",
        f"--service-account-key-file={certificates.service_account_key}",
        f"--service-account-signing-key-file={certificates.service_account_key}",
        "--profiling=false",
        "--watch-cache=true",
        "--event-ttl=10m",
    ]


def controller_manager(program: Path, workshop: Workshop) -> Command:
    """Makes ReplicaSets of Deployments, pods of ReplicaSets and tokens of service accounts."""
    certificates = workshop.certificates
    return [
        str(program),
        "kube-controller-manager",
        "--kubeconfig=controller-manager.json",
        "--leader-elect=false",
        "--secure-port=0",
        "--profiling=false",
        "--use-service-account-credentials=true",
        f"--controllers={','.join(CONTROLLERS)}",
        f"--service-account-private-key-file={certificates.service_account_key}",
        f"--root-ca-file={certificates.authority}",
        # kwok tells of a node every ten minutes, and later under load; no node of the bed is lost because of that.
        "--node-monitor-grace-period=24h",
        # On EKS it is a quarter of a minute.
        "--horizontal-pod-autoscaler-sync-period=1s",
        "--kube-api-qps=100",
        "--kube-api-burst=200",
    ]


def scheduler(program: Path) -> Command:
    """Puts pods on nodes."""
    return [
        str(program),
        "kube-scheduler",
        "--kubeconfig=scheduler.json",
        "--leader-elect=false",
        "--secure-port=0",
        "--profiling=false",
    ]


def kwok(program: Path, stages: str | None) -> Command:
    """Plays every node's kubelet; ``stages`` names a file that says otherwise what it does."""
    command = [str(program), "--manage-all-nodes=true", "--kubeconfig=kubelet.json"]
    return [*command, f"--config={stages}"] if stages else command
