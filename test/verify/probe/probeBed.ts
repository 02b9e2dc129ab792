import { clientOptions } from '@scalardl-on-eks/action-toolkit/aws';
import { KubernetesReader } from '@scalardl-on-eks/action-toolkit/kubernetes';
import type {
  Fact,
  LiveFacts,
  LiveProbes,
  Side,
} from '@scalardl-on-eks/plugin-scalardl-common';
import { probe } from '@scalardl-on-eks/verify-guidelines/src/collect/kubernetes/probe';
import {
  ADMINISTRATOR,
  callCluster,
} from '../../testbed/kubernetes/callCluster.ts';
import { eventually } from '../../testbed/kubernetes/eventually.ts';
import { node } from '../../testbed/kubernetes/manifests.ts';
import {
  type Cluster,
  Clusters,
  type ClusterTools,
} from '../../testbed/kubernetes/startClusters.ts';
import { NAMESPACE } from './facts.ts';

const CLUSTER = 'pay-auditor';

/** Where the product's images have it. */
export const PROGRAM = '/usr/local/bin/grpc_health_probe';

export interface Asking {
  facts: LiveFacts;
  side?: Side;
  token?: string;
  /** Milliseconds that the Job may take. */
  wait?: number;
  /** Milliseconds until the run ends. */
  left?: number;
  signal?: AbortSignal;
}

/** What any pod may be. */
const HARMLESS = {
  securityContext: {
    runAsNonRoot: true,
    seccompProfile: { type: 'RuntimeDefault' },
  },
  containers: [
    {
      name: 'main',
      image: 'tried.test/probe:1',
      securityContext: {
        allowPrivilegeEscalation: false,
        capabilities: { drop: ['ALL'] },
      },
    },
  ],
};

interface Listed {
  items: { metadata: { name: string } }[];
}

/** One real cluster that runs the probe's own program, and what the probe says there. */
export class ProbeBed {
  private constructor(
    readonly clusters: Clusters,
    private readonly cluster: Cluster,
  ) {}

  /** @param program - path of `grpc_health_probe` on this machine */
  static async start(tools: ClusterTools, program: string): Promise<ProbeBed> {
    const clusters = new Clusters(tools, { [PROGRAM]: program });
    const bed = new ProbeBed(clusters, await clusters.start(CLUSTER, '1.35'));
    await clusters.on(CLUSTER, 'add_node', { node: node(0) });
    return bed;
  }

  stop(): Promise<void> {
    return this.clusters.stop();
  }

  async apply(...manifests: object[]): Promise<void> {
    for (const manifest of manifests) {
      await this.clusters.on(CLUSTER, 'apply', { manifest });
    }
  }

  request<T>(method: string, path: string, body?: object): Promise<T> {
    const order = { method, path, body };
    return this.clusters.on(CLUSTER, 'request', order) as Promise<T>;
  }

  /** Names of the Jobs in the product's namespace. */
  async jobs(): Promise<string[]> {
    const path = `/apis/batch/v1/namespaces/${NAMESPACE}/jobs`;
    const { items } = await this.request<Listed>('GET', path);
    return items.map(({ metadata }) => metadata.name);
  }

  /** Makes a quota that leaves no room for a pod, as its controller would tell; returns the way back. */
  async refusePods(): Promise<() => Promise<void>> {
    const place = `/api/v1/namespaces/${NAMESPACE}`;
    const quota = {
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      metadata: { name: 'full', namespace: NAMESPACE },
    };
    const hard = { pods: '0' };
    await this.apply({ ...quota, spec: { hard } });
    await this.request('PUT', `${place}/resourcequotas/full/status`, {
      ...quota,
      status: { hard, used: hard },
    });
    await eventually(async () => {
      const tried = this.request('POST', `${place}/pods?dryRun=All`, {
        ...{ apiVersion: 'v1', kind: 'Pod' },
        metadata: { name: 'tried' },
        spec: HARMLESS,
      });
      const [outcome] = await Promise.allSettled([tried]);
      const refusal =
        outcome.status === 'rejected' ? outcome.reason : undefined;
      if (!String(refusal).includes('exceeded quota')) {
        throw new Error(`Expected pods to be refused, received ${refusal}.`);
      }
    });
    return async () => {
      await this.request('DELETE', `${place}/resourcequotas/full`);
    };
  }

  /** A token of a service account in the product's namespace. */
  async tokenOf(name: string): Promise<string> {
    const { body } = await callCluster(
      this.cluster,
      `/api/v1/namespaces/${NAMESPACE}/serviceaccounts/${name}/token`,
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

  /** Asks as a live run does once both sides were read. */
  async ask({
    facts,
    side = 'auditor',
    token = ADMINISTRATOR,
    wait = 20_000,
    left = 120_000,
    signal = new AbortController().signal,
  }: Asking): Promise<Fact<LiveProbes>> {
    const deadline = { at: Date.now() + left, setBy: 'this test', signal };
    const aws = { region: 'eu-central-1' };
    const readers: KubernetesReader[] = [];
    const found = await probe(
      {
        target: { side, cluster: CLUSTER, aws, readSecrets: false },
        aws: await clientOptions(aws, deadline),
        deadline,
        signal,
        openKubernetes: async (_, end) => {
          const reader = this.reader(token, end);
          readers.push(reader);
          return reader;
        },
        close: () => {},
      },
      { facts, settings: facts.settings, wait },
    );
    readers.forEach(reader => reader.close());
    return found;
  }

  private reader(token: string, signal?: AbortSignal): KubernetesReader {
    const { endpoint: address, certificateAuthority } = this.cluster;
    const signIn = {
      refusals: {},
      authorization: async () => `Bearer ${token}`,
    };
    return new KubernetesReader(
      { address, certificateAuthority, signIn },
      { signal },
    );
  }
}
