import { until } from '../../world/waiting.ts';
import type { WorldSide } from '../../world/world.ts';
import { changeObject, removeObject } from '../change.ts';
import type { Mutation } from '../mutation.ts';

const PATH = '/apis/apps/v1/namespaces/amazon-cloudwatch/daemonsets/fluent-bit';

interface Agent {
  status: { desiredNumberScheduled?: number; numberReady?: number };
}

async function serves({ kube }: WorldSide, pods: number): Promise<void> {
  await until(
    () => kube.get<Agent>(PATH),
    ({ status }) =>
      status.desiredNumberScheduled === pods && status.numberReady === pods,
  );
}

interface Node {
  metadata: { name: string };
}

export const mutations: Mutation[] = [
  {
    name: 'the log agent is complete by its own count and comes to one node only',
    guideline: 'logs-collected',
    async apply({ ledger }) {
      const { kube } = ledger;
      const nodes = await kube.list<Node>('/api/v1/nodes');
      const hostname = nodes[0]?.metadata.name;
      const back = await changeObject(kube, PATH, {
        spec: {
          template: {
            spec: { nodeSelector: { 'kubernetes.io/hostname': hostname } },
          },
        },
      });
      await serves(ledger, 1);
      return async () => {
        await back();
        await serves(ledger, nodes.length);
      };
    },
    expect: { 'logs-collected/ledger': 'fail' },
    observed: 'DaemonSet amazon-cloudwatch/fluent-bit does not come to',
  },
  {
    name: 'the add-on is there without its log agent',
    guideline: 'logs-collected',
    async apply({ auditor }) {
      const nodes = await auditor.kube.list<Node>('/api/v1/nodes');
      const back = await removeObject(auditor.kube, PATH);
      return async () => {
        await back();
        await serves(auditor, nodes.length);
      };
    },
    expect: { 'logs-collected/auditor': 'fail' },
    observed: 'no log agent runs as a DaemonSet',
  },
];
