import { allBack } from '../change.ts';
import type { Mutation } from '../mutation.ts';
import { changeNode } from '../nodes.ts';
import { pathsOf } from '../paths.ts';
import { rollOutPods } from '../rollOut.ts';

const DEDICATED = { key: 'dedicated', value: 'gpu', effect: 'NoSchedule' };

export const mutations: Mutation[] = [
  {
    name: 'one of three nodes is cordoned',
    guideline: 'three-worker-nodes',
    apply: ({ ledger }) =>
      changeNode(ledger, { spec: { unschedulable: true } }),
    expect: {
      'nodes-span-three-zones/ledger': 'fail',
      'three-worker-nodes/ledger': 'fail',
    },
    observed: 'cordoned',
  },
  {
    name: 'one of three nodes has a taint that the product does not tolerate',
    guideline: 'three-worker-nodes',
    apply: ({ auditor }) =>
      changeNode(auditor, { spec: { taints: [DEDICATED] } }),
    expect: {
      'nodes-span-three-zones/auditor': 'fail',
      'three-worker-nodes/auditor': 'fail',
    },
    observed: 'dedicated',
  },
  {
    name: 'one of three nodes has a taint that the product tolerates',
    guideline: 'three-worker-nodes',
    async apply({ ledger }) {
      const product = await rollOutPods(ledger, pathsOf(ledger.plan).product, {
        tolerations: [{ key: 'dedicated', operator: 'Exists' }],
      });
      const tainted = await changeNode(ledger, {
        spec: { taints: [DEDICATED] },
      });
      return allBack(product, tainted);
    },
    expect: {},
    because: 'a toleration without a value is for every value',
  },
  {
    name: 'one of three nodes has a taint that only asks to be avoided',
    guideline: 'three-worker-nodes',
    apply: ({ auditor }) =>
      changeNode(auditor, {
        spec: { taints: [{ ...DEDICATED, effect: 'PreferNoSchedule' }] },
      }),
    expect: {},
    because: 'the scheduler still uses the node where it has to',
  },
  {
    name: 'one of three nodes is a spot machine',
    guideline: 'three-worker-nodes',
    apply: ({ ledger }) =>
      changeNode(ledger, {
        metadata: { labels: { 'eks.amazonaws.com/capacityType': 'SPOT' } },
      }),
    expect: { 'three-worker-nodes/ledger': 'fail' },
    observed: 'spot',
  },
];
