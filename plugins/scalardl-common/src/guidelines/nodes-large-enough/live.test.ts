import type { LiveInstance, LiveInstanceType } from '../../facts/live';
import {
  type Change,
  type Trial,
  changeOne,
  expected,
  onLedger,
  tryOut,
  unreadOnLedger,
} from '../liveTrial.fixture';
import { nodesLargeEnough } from './nodesLargeEnough';

const type = (
  name: string,
  [vcpus, memoryMiB, burstable = false]: [number, number, boolean?],
): LiveInstanceType => ({
  type: name,
  vcpus,
  memoryMiB,
  burstable,
  architectures: ['x86_64'],
  networkInterfaces: 4,
  ipv4PerInterface: 15,
});

const types = onLedger('instanceTypes', known => [
  ...known,
  type('c7i.xlarge', [4, 8192]),
  type('m7i.large', [2, 8192]),
  type('c8x.xlarge', [4, 7680]),
  type('t3.xlarge', [4, 16384, true]),
]);

const oneMachine = (change: Partial<LiveInstance>) =>
  onLedger('instances', instances =>
    changeOne(instances, instance => ({ ...instance, ...change })),
  );

const groupTypes = (...names: string[]) =>
  onLedger('nodeGroups', groups =>
    changeOne(groups, group => ({ ...group, instanceTypes: names })),
  );

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

const trials: Trial[] = [
  {
    trap: 'machines that are large enough',
    verdict: 'pass',
    says: 'm7i.xlarge has 4 vCPUs and 16384 MiB',
  },
  {
    trap: 'an 8 GiB machine, whose node shows less than 8 GiB',
    changes: [
      types,
      oneMachine({ type: 'c7i.xlarge' }),
      onLedger('nodes', nodes =>
        changeOne(nodes, node => ({
          ...node,
          capacity: { ...node.capacity, memory: '7662Mi' },
        })),
      ),
    ],
    verdict: 'pass',
    says: 'c7i.xlarge has 4 vCPUs and 8192 MiB',
  },
  {
    trap: 'too few vCPUs',
    changes: [types, oneMachine({ type: 'm7i.large' })],
    verdict: 'fail',
    says: 'm7i.large has 2 vCPUs',
  },
  {
    trap: 'a little too little memory',
    changes: [types, oneMachine({ type: 'c8x.xlarge' })],
    verdict: 'fail',
    says: '7680 MiB',
  },
  {
    trap: 'cores that a launch template switches off',
    changes: [oneMachine({ cpuOptions: { cores: 1, threadsPerCore: 2 } })],
    verdict: 'fail',
    says: '2 vCPUs switched on',
  },
  {
    trap: 'threads that are switched on, all of them',
    changes: [oneMachine({ cpuOptions: { cores: 2, threadsPerCore: 2 } })],
    verdict: 'pass',
    says: '4 vCPUs switched on',
  },
  {
    trap: 'a burstable type, which passes by its size',
    changes: [types, oneMachine({ type: 't3.xlarge' })],
    verdict: 'pass',
    says: 't3.xlarge has 4 vCPUs and 16384 MiB, its CPU granted by credits',
  },
  {
    trap: 'a type that the group may start but has not yet',
    changes: [types, groupTypes('m7i.xlarge', 'm7i.large')],
    verdict: 'fail',
    says: 'm7i.large has 2 vCPUs',
  },
  {
    trap: 'a small type of a group that the product does not tolerate',
    changes: [
      types,
      onLedger('nodeGroups', groups => [
        ...groups,
        ...groups.map(group => ({
          ...group,
          name: 'tools',
          instanceTypes: ['m7i.large'],
          taints: [{ key: 'tools', value: 'yes', effect: 'NO_SCHEDULE' }],
        })),
      ]),
    ],
    verdict: 'pass',
    says: 'm7i.xlarge',
  },
  {
    trap: 'a small machine behind a taint',
    changes: [
      types,
      oneMachine({ type: 'm7i.large' }),
      onLedger('nodes', nodes =>
        changeOne(nodes, node => ({
          ...node,
          taints: [{ key: 'tools', effect: 'NoSchedule' }],
        })),
      ),
    ],
    verdict: 'pass',
    says: 'm7i.xlarge',
  },
  {
    trap: 'a small machine under a taint that passes',
    changes: [
      types,
      oneMachine({ type: 'm7i.large' }),
      onLedger('nodes', nodes =>
        changeOne(nodes, node => ({
          ...node,
          taints: [
            { key: 'node.kubernetes.io/memory-pressure', effect: 'NoSchedule' },
          ],
        })),
      ),
    ],
    verdict: 'fail',
    says: 'm7i.large',
  },
  {
    trap: 'a small machine that is cordoned to go',
    changes: [
      types,
      oneMachine({ type: 'm7i.large' }),
      onLedger('nodes', nodes =>
        changeOne(nodes, node => ({ ...node, unschedulable: true })),
      ),
    ],
    verdict: 'pass',
    says: 'm7i.xlarge',
  },
  {
    trap: 'a type that EC2 does not tell',
    changes: [oneMachine({ type: 'x99.xlarge' })],
    verdict: 'unknown',
    says: 'EC2 did not tell the size of x99.xlarge',
  },
  {
    trap: 'a node without a machine that EC2 shows',
    changes: [onLedger('instances', instances => instances.slice(1))],
    verdict: 'unknown',
    says: 'EC2 shows no machine i-ledger-0',
  },
  {
    trap: 'nodes of Fargate only',
    changes: [
      onLedger('nodes', nodes =>
        nodes.map(node => ({ ...node, name: `fargate-${node.name}` })),
      ),
      onLedger('nodeGroups', () => []),
    ],
    verdict: 'skipped',
    says: 'no EC2 machine takes the product’s pods',
  },
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
    changes: [
      pool([bound('instance-cpu', '3'), bound('instance-memory', '8191')]),
    ],
    verdict: 'pass',
    says: 'general starts machines of 4 vCPUs and 8192 MiB or more',
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
  {
    trap: 'a small machine, whatever was not read',
    changes: [
      types,
      unreadOnLedger('nodePools'),
      oneMachine({ type: 'm7i.large' }),
    ],
    verdict: 'fail',
    says: 'm7i.large',
  },
  {
    trap: 'instance types that were not read',
    changes: [unreadOnLedger('instanceTypes')],
    verdict: 'unknown',
    says: 'instanceTypes was denied',
  },
];

describe('nodes-large-enough, live', () => {
  it.each(trials)('$trap: $verdict', trial => {
    expect(tryOut(nodesLargeEnough, trial)).toEqual(expected(trial));
  });
});
