import type { LiveNodeGroup } from '../../facts/live';
import { KARPENTER, autoscaler, nodePool, tool } from '../autoscaling.fixture';
import {
  type Trial,
  changeOne,
  expected,
  onLedger,
  selfManaged,
  tryOut,
  unreadOnLedger,
} from '../liveTrial.fixture';
import { podAutoscalingFitsNodeGroups } from './podAutoscalingFitsNodeGroups';

const upTo = (maxReplicas: number) => autoscaler({ spec: { maxReplicas } });

const group = (change: Partial<LiveNodeGroup>) =>
  onLedger('nodeGroups', groups =>
    changeOne(groups, one => ({ ...one, ...change })),
  );

const trials: Trial[] = [
  {
    trap: 'no autoscaler of pods',
    verdict: 'skipped',
    says: 'nothing autoscales the ledger pods',
  },
  {
    trap: 'an autoscaler of Envoy only',
    changes: [
      autoscaler({
        spec: {
          scaleTargetRef: { kind: 'Deployment', name: 'scalardl-ledger-envoy' },
        },
      }),
    ],
    verdict: 'skipped',
    says: 'nothing autoscales the ledger pods',
  },
  {
    trap: 'as many pods as the largest group holds',
    changes: [upTo(6)],
    verdict: 'pass',
    says: 'ledger-v1 holds 1 a node on up to 6 nodes',
  },
  {
    trap: 'one more',
    changes: [upTo(7)],
    verdict: 'fail',
    says: 'room for 6',
  },
  {
    trap: 'a group that the product does not tolerate',
    changes: [
      upTo(6),
      group({ taints: [{ key: 'tools', effect: 'NO_SCHEDULE' }] }),
    ],
    verdict: 'fail',
    says: 'room for 0: no node groups',
  },
  {
    trap: 'a smaller type among larger ones',
    changes: [upTo(6), group({ instanceTypes: ['m7i.xlarge', 'm7i.large'] })],
    verdict: 'fail',
    says: 'ledger-v1 holds 0 a node',
  },
  {
    trap: 'a type that nobody knows',
    changes: [upTo(6), group({ instanceTypes: ['x99.xlarge'] })],
    verdict: 'unknown',
    says: 'the instance types of ledger-v1 are not known',
  },
  {
    trap: 'nodes of Karpenter beside the groups',
    changes: [upTo(7), tool(KARPENTER), nodePool],
    verdict: 'unknown',
    says: 'Karpenter by Deployment kube-system/adds-nodes starts nodes',
  },
  {
    trap: 'self-managed nodes beside the groups',
    changes: [
      upTo(7),
      onLedger('autoScalingGroups', groups => [
        ...groups,
        ...groups.map(one => ({ ...one, name: 'self-managed' })),
      ]),
    ],
    verdict: 'unknown',
    says: 'what self-managed starts is not known, as it has no machine now',
  },
  {
    trap: 'self-managed nodes only, as many pods as their group holds',
    changes: [upTo(6), ...selfManaged],
    verdict: 'pass',
    says: 'eks-ledger-v1 holds 1 a node on up to 6 nodes',
  },
  {
    trap: 'self-managed nodes only, and one more pod',
    changes: [upTo(7), ...selfManaged],
    verdict: 'fail',
    says: 'room for 6',
  },
  {
    trap: 'self-managed nodes that the product does not tolerate',
    changes: [
      upTo(6),
      ...selfManaged,
      onLedger('nodes', nodes =>
        nodes.map(node => ({
          ...node,
          taints: [{ key: 'tools', effect: 'NoSchedule' }],
        })),
      ),
    ],
    verdict: 'fail',
    says: 'room for 0: no node groups',
  },
  {
    trap: 'too little room, and machines that were not read',
    changes: [upTo(7), unreadOnLedger('instances')],
    verdict: 'unknown',
    says: 'instances was denied',
  },
  {
    trap: 'an autoscaler without a maximum',
    changes: [autoscaler({ spec: { maxReplicas: undefined } })],
    verdict: 'unknown',
    says: 'names no maximum',
  },
  {
    trap: 'node groups that were not read',
    changes: [upTo(6), unreadOnLedger('nodeGroups')],
    verdict: 'unknown',
    says: 'nodeGroups was denied',
  },
];

describe('pod-autoscaling-fits-node-groups, live', () => {
  it.each(trials)('$trap: $verdict', trial => {
    expect(tryOut(podAutoscalingFitsNodeGroups, trial)).toEqual(
      expected(trial),
    );
  });
});
