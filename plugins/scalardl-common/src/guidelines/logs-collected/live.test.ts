import type { KubernetesJson, LiveNode } from '../../facts/live';
import { onFargate } from '../fargate.fixture';
import {
  type Change,
  type Trial,
  changeOne,
  expected,
  onLedger,
  onPods,
  tryOut,
  unreadOnLedger,
} from '../liveTrial.fixture';
import { logsCollected } from './logsCollected';

interface Wish {
  name?: string;
  namespace?: string;
  image?: string;
  pod?: object;
  desired?: number;
  ready?: number;
}

function agent({
  name = 'agent',
  namespace = 'logging',
  image = 'cr.fluentbit.io/fluent/fluent-bit:4.0.0',
  pod,
  desired = 3,
  ready = desired,
}: Wish = {}): KubernetesJson {
  return {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name, namespace },
    spec: { template: { spec: { containers: [{ name, image }], ...pod } } },
    status: { desiredNumberScheduled: desired, numberReady: ready },
  };
}

const agents = (...wishes: Wish[]) =>
  onLedger('daemonSets', () => wishes.map(agent));

const oneNode = (change: Partial<LiveNode>): Change =>
  onLedger('nodes', nodes =>
    changeOne(nodes, node => ({ ...node, ...change })),
  );

const DEDICATED = {
  key: 'scalar-labs.com/dedicated',
  value: 'ledger',
  effect: 'NoSchedule',
};

const trials: Trial[] = [
  {
    trap: 'Fluent Bit on every node',
    verdict: 'pass',
    says: '3 of 3 pods of DaemonSet amazon-cloudwatch/fluent-bit are ready',
  },
  {
    trap: 'no agent',
    changes: [agents()],
    verdict: 'fail',
    says: 'no log agent runs as a DaemonSet',
  },
  {
    trap: 'an agent that does not tolerate a dedicated node',
    changes: [agents({ desired: 2 }), oneNode({ taints: [DEDICATED] })],
    verdict: 'fail',
    says: 'does not come to node-ledger-0, which has the taint scalar-labs.com/dedicated:NoSchedule',
  },
  {
    trap: 'an agent that tolerates it',
    changes: [
      agents({ pod: { tolerations: [{ ...DEDICATED, operator: 'Equal' }] } }),
      oneNode({ taints: [DEDICATED] }),
    ],
    verdict: 'pass',
    says: 'DaemonSet logging/agent comes to node-ledger-0',
  },
  {
    trap: 'a second agent for the dedicated node',
    changes: [
      agents(
        { desired: 2 },
        {
          name: 'dedicated',
          desired: 1,
          pod: { tolerations: [{ operator: 'Exists' }] },
        },
      ),
      oneNode({ taints: [DEDICATED] }),
    ],
    verdict: 'pass',
    says: 'comes to node-ledger-0',
  },
  {
    trap: 'a node that is about to go, which keeps no DaemonSet away',
    changes: [
      agents({}),
      oneNode({
        unschedulable: true,
        taints: [
          { key: 'node.kubernetes.io/unschedulable', effect: 'NoSchedule' },
        ],
      }),
    ],
    verdict: 'pass',
    says: 'comes to node-ledger-0',
  },
  {
    trap: 'an agent whose pod for a node of Fargate waits for ever',
    changes: [
      agents({
        desired: 4,
        ready: 3,
        pod: { tolerations: [{ operator: 'Exists' }] },
      }),
      onLedger('nodes', nodes => [
        ...nodes,
        ...nodes.slice(0, 1).map(node => ({
          ...node,
          name: 'fargate-ip-10-1-0-9',
          taints: [
            {
              key: 'eks.amazonaws.com/compute-type',
              value: 'fargate',
              effect: 'NoSchedule',
            },
          ],
        })),
      ]),
    ],
    verdict: 'pass',
    says: '3 of 3 pods of DaemonSet logging/agent are ready',
  },
  {
    trap: 'an agent whose node selector leaves a node out',
    changes: [
      agents({ desired: 2, pod: { nodeSelector: { logs: 'on' } } }),
      onLedger('nodes', nodes =>
        nodes.map((node, index) =>
          index === 0
            ? node
            : { ...node, labels: { ...node.labels, logs: 'on' } },
        ),
      ),
    ],
    verdict: 'fail',
    says: 'does not come to node-ledger-0',
  },
  {
    trap: 'an agent that crashes on one node',
    changes: [agents({ ready: 2 })],
    verdict: 'fail',
    says: '2 of 3 pods of DaemonSet logging/agent are ready',
  },
  {
    trap: 'the agent for another operating system, which wants no pods',
    changes: [
      agents(
        {},
        {
          name: 'fluent-bit-windows',
          desired: 0,
          pod: { nodeSelector: { 'kubernetes.io/os': 'windows' } },
        },
      ),
    ],
    verdict: 'pass',
    says: '3 of 3 pods of DaemonSet logging/agent are ready',
  },
  {
    trap: 'only the agent for another operating system',
    changes: [
      agents({
        desired: 0,
        pod: { nodeSelector: { 'kubernetes.io/os': 'windows' } },
      }),
    ],
    verdict: 'fail',
    says: 'does not come to node-ledger-0',
  },
  {
    trap: 'Alloy out of a mirror',
    changes: [agents({ image: 'registry.example/copies/grafana/alloy:v1.9' })],
    verdict: 'pass',
    says: 'are ready',
  },
  {
    trap: 'the DaemonSet of the add-on, whatever its image is called',
    changes: [
      agents({
        name: 'fluent-bit',
        namespace: 'amazon-cloudwatch',
        image: '602401143452.dkr.ecr.ap-northeast-1.amazonaws.com/eks/x:1',
      }),
    ],
    verdict: 'pass',
    says: 'DaemonSet amazon-cloudwatch/fluent-bit are ready',
  },
  {
    trap: 'the add-on with container logs off, so that only its agent is there',
    changes: [
      agents({
        name: 'cloudwatch-agent',
        namespace: 'amazon-cloudwatch',
        image: 'public.ecr.aws/cloudwatch-agent/cloudwatch-agent:1',
      }),
    ],
    verdict: 'fail',
    says: 'no log agent runs as a DaemonSet',
  },
  {
    trap: 'a DaemonSet that writes a log of its own',
    changes: [
      agents({
        image: 'registry.example/cni:1',
        pod: { volumes: [{ hostPath: { path: '/var/log/aws-routed-eni' } }] },
      }),
    ],
    verdict: 'fail',
    says: 'no log agent runs as a DaemonSet',
  },
  {
    trap: 'an agent nobody knows, which sees the logs',
    changes: [
      agents({
        image: 'registry.example/agent:1',
        pod: { volumes: [{ hostPath: { path: '/var/log/' } }] },
      }),
    ],
    verdict: 'unknown',
    says: 'whether logging/agent, which sees the logs of its node, collects them',
  },
  {
    trap: 'a pod of the product on Fargate, where no DaemonSet comes',
    changes: [
      oneNode({ name: 'fargate-ip-10-1-0-9' }),
      onPods('ledger', ({ node }, index) => ({
        node: index === 0 ? 'fargate-ip-10-1-0-9' : node,
      })),
    ],
    verdict: 'unknown',
    says: 'how fargate-ip-10-1-0-9 on Fargate sends logs',
  },
  {
    trap: 'a pod of somebody else on Fargate',
    changes: [
      onLedger('nodes', nodes => [
        ...nodes,
        ...nodes.slice(0, 1).map(node => ({ ...node, name: 'fargate-other' })),
      ]),
    ],
    verdict: 'pass',
    says: 'comes to node-ledger-0',
  },
  {
    trap: 'nodes that were not read',
    changes: [unreadOnLedger('nodes')],
    verdict: 'unknown',
    says: 'nodes was denied',
  },
  {
    trap: 'DaemonSets that were not read',
    changes: [unreadOnLedger('daemonSets')],
    verdict: 'unknown',
    says: 'daemonSets was denied',
  },
  {
    trap: 'no DaemonSets, and no node that one could come to',
    changes: [onFargate],
    verdict: 'unknown',
    says: 'on Fargate sends logs is told by a ConfigMap that is not read',
  },
];

describe('logs-collected, live', () => {
  it.each(trials)('$trap: $verdict', trial => {
    expect(tryOut(logsCollected, trial)).toEqual(expected(trial));
  });
});
