import {
  type Change,
  type Trial,
  expected,
  onLedger,
  tryOut,
  unreadOnLedger,
} from '../liveTrial.fixture';
import { nodesLargeEnough } from './nodesLargeEnough';

const pool = (requirements: object[], taints: object[] = []): Change =>
  onLedger('nodePools', () => [
    {
      apiVersion: 'karpenter.sh/v1',
      kind: 'NodePool',
      metadata: { name: 'general' },
      spec: { template: { spec: { requirements, taints } } },
    },
  ]);

const bound = (key: string, least: string) => ({
  key: `karpenter.k8s.aws/${key}`,
  operator: 'Gt',
  values: [least],
});

const category = (operator: string, ...values: string[]) => ({
  key: 'karpenter.k8s.aws/instance-category',
  operator,
  values,
});

const LARGE = [bound('instance-cpu', '3'), bound('instance-memory', '8191')];

const trials: Trial[] = [
  {
    trap: 'a NodePool without a lower bound',
    changes: [
      pool([
        {
          key: 'karpenter.sh/capacity-type',
          operator: 'In',
          values: ['on-demand'],
        },
      ]),
    ],
    verdict: 'unknown',
    says: 'general sets no lower bound',
  },
  {
    trap: 'a NodePool whose bounds are high enough',
    changes: [pool([...LARGE, category('In', 'c', 'm', 'r')])],
    verdict: 'pass',
    says: 'general starts machines of 4 vCPUs and 8192 MiB or more',
  },
  {
    trap: 'a NodePool whose bounds are high enough, for burstable types too',
    changes: [pool(LARGE)],
    verdict: 'unknown',
    says: 'general keeps burstable types away by no instance-category',
  },
  {
    trap: 'a NodePool of any category but one, which is not the burstable one',
    changes: [pool([...LARGE, category('NotIn', 'p')])],
    verdict: 'unknown',
    says: 'general keeps burstable types away by no instance-category',
  },
  {
    trap: 'a NodePool of families that are not burstable',
    changes: [
      pool([
        ...LARGE,
        {
          key: 'karpenter.k8s.aws/instance-family',
          operator: 'In',
          values: ['m7i', 'm6i'],
        },
      ]),
    ],
    verdict: 'pass',
    says: 'general starts machines of 4 vCPUs',
  },
  {
    trap: 'a NodePool that names a burstable type, which nobody runs yet',
    changes: [
      pool([
        {
          key: 'node.kubernetes.io/instance-type',
          operator: 'In',
          values: ['m7i.xlarge', 't4g.xlarge'],
        },
      ]),
    ],
    verdict: 'fail',
    says: 'general may start t4g.xlarge, whose CPU is granted by credits',
  },
  {
    trap: 'a NodePool whose bounds are too low',
    changes: [
      pool([bound('instance-cpu', '1'), bound('instance-memory', '8191')]),
    ],
    verdict: 'fail',
    says: 'general may start machines of 2 vCPUs',
  },
  {
    trap: 'a NodePool of one CPU count among several',
    changes: [
      pool([
        {
          key: 'eks.amazonaws.com/instance-cpu',
          operator: 'In',
          values: ['8', '2'],
        },
        {
          key: 'eks.amazonaws.com/instance-memory',
          operator: 'Gt',
          values: ['16000'],
        },
      ]),
    ],
    verdict: 'fail',
    says: 'machines of 2 vCPUs',
  },
  {
    trap: 'a NodePool that names a small type',
    changes: [
      pool([
        {
          key: 'node.kubernetes.io/instance-type',
          operator: 'In',
          values: ['m7i.xlarge', 'm7i.large'],
        },
      ]),
    ],
    verdict: 'fail',
    says: 'general may start m7i.large',
  },
  {
    trap: 'a NodePool that excludes small sizes',
    changes: [
      pool([
        {
          key: 'karpenter.k8s.aws/instance-size',
          operator: 'NotIn',
          values: ['nano', 'micro', 'small', 'medium', 'large'],
        },
        category('NotIn', 't'),
      ]),
    ],
    verdict: 'pass',
    says: 'general starts no size below xlarge',
  },
  {
    trap: 'a NodePool of large and xlarge',
    changes: [
      pool([
        {
          key: 'karpenter.k8s.aws/instance-size',
          operator: 'In',
          values: ['large', 'xlarge'],
        },
      ]),
    ],
    verdict: 'fail',
    says: 'general may start sizes below xlarge',
  },
  {
    trap: 'a NodePool that the product does not tolerate',
    changes: [pool([], [{ key: 'CriticalAddonsOnly', effect: 'NoSchedule' }])],
    verdict: 'pass',
    says: 'm7i.xlarge',
  },
  {
    trap: 'NodePools that were not read',
    changes: [unreadOnLedger('nodePools')],
    verdict: 'unknown',
    says: 'nodePools was denied',
  },
];

describe('nodes-large-enough, live, of NodePools', () => {
  it.each(trials)('$trap: $verdict', trial => {
    expect(tryOut(nodesLargeEnough, trial)).toEqual(expected(trial));
  });
});
