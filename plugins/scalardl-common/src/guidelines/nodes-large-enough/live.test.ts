import type { LiveInstance, LiveInstanceType } from '../../facts/live';
import {
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
    trap: 'a burstable type, which has the size but not all the time',
    changes: [types, oneMachine({ type: 't3.xlarge' })],
    verdict: 'fail',
    says: 't3.xlarge has 4 vCPUs and 16384 MiB, but its CPU is granted by credits',
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
