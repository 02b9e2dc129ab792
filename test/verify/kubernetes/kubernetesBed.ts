import { clientOptions } from '@scalardl-on-eks/action-toolkit/aws';
import {
  KubernetesReader,
  type KubernetesEndpoint,
} from '@scalardl-on-eks/action-toolkit/kubernetes';
import type {
  LiveFactName,
  Side,
  SideLiveFacts,
} from '@scalardl-on-eks/plugin-scalardl-common';
import { collectSide } from '@scalardl-on-eks/verify-guidelines/src/collect/collectSide';
import { collector } from '@scalardl-on-eks/verify-guidelines/src/collect/collector';
import { KUBERNETES_COLLECTORS } from '@scalardl-on-eks/verify-guidelines/src/collect/kubernetes';
import {
  ADMINISTRATOR,
  callCluster,
} from '../../testbed/kubernetes/callCluster.ts';
import { node } from '../../testbed/kubernetes/manifests.ts';
import {
  Clusters,
  type Cluster,
  type ClusterTools,
} from '../../testbed/kubernetes/startClusters.ts';

/** How a collection of this folder's tests is made. */
export interface Reading {
  token?: string;
  side?: Side;
  readSecrets?: boolean;
  pageSize?: number;
  /** Where the API is called, if not through the bed's own door. */
  endpoint?: KubernetesEndpoint;
  /** Reads in another way than with a token. */
  reader?: KubernetesReader;
}

const CLUSTER = 'pay-ledger';

/** What every reading needs and no collector of Kubernetes tells. */
const clusterCollector = collector({
  fact: 'cluster',
  collect: async () => ({}) as never,
});

/** One real cluster with three nodes, and what the collectors see of it. */
export class KubernetesBed {
  private constructor(
    readonly clusters: Clusters,
    readonly cluster: Cluster,
  ) {}

  static async start(tools: ClusterTools): Promise<KubernetesBed> {
    const clusters = new Clusters(tools);
    const started = await clusters.start(CLUSTER, '1.35');
    for (const index of [0, 1, 2]) {
      await clusters.on(CLUSTER, 'add_node', { node: node(index) });
    }
    return new KubernetesBed(clusters, started);
  }

  async stop(): Promise<void> {
    await this.clusters.stop();
  }

  apply(manifest: object): Promise<unknown> {
    return this.clusters.on(CLUSTER, 'apply', { manifest });
  }

  async applyAll(manifests: readonly object[]): Promise<void> {
    for (const manifest of manifests) await this.apply(manifest);
  }

  request<T>(method: string, path: string, body?: object): Promise<T> {
    const order = { method, path, body };
    return this.clusters.on(CLUSTER, 'request', order) as Promise<T>;
  }

  /** A token of a service account. */
  async tokenOf(namespace: string, name: string): Promise<string> {
    const { body } = await callCluster(
      this.cluster,
      `/api/v1/namespaces/${namespace}/serviceaccounts/${name}/token`,
      {
        token: ADMINISTRATOR,
        method: 'POST',
        body: {
          apiVersion: 'authentication.k8s.io/v1',
          kind: 'TokenRequest',
          spec: {},
        },
      },
    );
    return (body as { status: { token: string } }).status.token;
  }

  /** Reads every fact of Kubernetes. */
  async collect(reading: Reading = {}): Promise<SideLiveFacts> {
    const { side = 'ledger', readSecrets = false } = reading;
    const deadline = { at: Date.now() + 60_000, setBy: 'this test' };
    const aws = { region: 'eu-central-1' };
    const reader = reading.reader ?? this.reader(reading);
    const { facts, done } = collectSide(
      {
        target: { side, cluster: CLUSTER, aws, readSecrets },
        aws: await clientOptions(aws, deadline),
        deadline,
        signal: new AbortController().signal,
        openKubernetes: async () => reader,
        close: () => reader.close(),
      },
      { collectors: [clusterCollector, ...KUBERNETES_COLLECTORS] },
    );
    await done;
    reader.close();
    return facts;
  }

  private reader({
    token = ADMINISTRATOR,
    pageSize,
    endpoint = {
      address: this.cluster.endpoint,
      certificateAuthority: this.cluster.certificateAuthority,
    },
  }: Reading): KubernetesReader {
    const signIn = {
      refusals: {},
      authorization: async () => `Bearer ${token}`,
    };
    return new KubernetesReader({ ...endpoint, signIn }, { pageSize });
  }
}

/** The facts that could not be read. */
export function unreadFacts(facts: SideLiveFacts): LiveFactName[] {
  return (Object.keys(facts) as LiveFactName[])
    .filter(name => !facts[name].ok)
    .sort();
}

/** The value of a fact that was read. */
export function readValue<Name extends LiveFactName>(
  facts: SideLiveFacts,
  name: Name,
): Extract<SideLiveFacts[Name], { ok: true }>['value'] {
  const fact = facts[name];
  if (!fact.ok) throw new Error(`${name} was not read: ${fact.reason}`);
  return fact.value as Extract<SideLiveFacts[Name], { ok: true }>['value'];
}

/** The facts as plain data, which can be compared. */
export function plain(facts: SideLiveFacts): unknown {
  const { properties } = facts;
  const entries = properties.ok ? properties.value?.entries() : properties;
  return JSON.parse(JSON.stringify({ ...facts, properties: entries }));
}
