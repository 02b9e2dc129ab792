import type { Undo } from '../../world/kube.ts';
import type { World } from '../../world/world.ts';
import { changeObject } from '../change.ts';
import type { Mutation } from '../mutation.ts';

export const mutations: Mutation[] = [
  {
    name: 'one of three nodes is cordoned',
    guideline: 'three-worker-nodes',
    apply: ({ ledger }) => changeNode(ledger, { unschedulable: true }),
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
      changeNode(auditor, {
        taints: [{ key: 'dedicated', value: 'gpu', effect: 'NoSchedule' }],
      }),
    expect: {
      'nodes-span-three-zones/auditor': 'fail',
      'three-worker-nodes/auditor': 'fail',
    },
    observed: 'dedicated',
  },
];

async function changeNode(
  { kube }: World['ledger'],
  spec: object,
): Promise<Undo> {
  const [first] = await kube.list('/api/v1/nodes');
  return changeObject(kube, `/api/v1/nodes/${first?.metadata.name}`, { spec });
}
