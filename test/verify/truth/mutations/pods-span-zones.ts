import type { Mutation } from '../mutation.ts';
import { intoZones } from '../zones.ts';

export const mutations: Mutation[] = [
  {
    name: 'every pod of the product stands in one zone, whatever its Deployment prefers',
    guideline: 'pods-span-zones',
    apply: ({ ledger }) => intoZones(ledger, 1),
    expect: {
      'byol-resource-requests/ledger': 'fail',
      'nodes-span-three-zones/ledger': 'fail',
      'pods-span-zones/ledger': 'fail',
      'product-pods-on-three-nodes/ledger': 'fail',
      'three-worker-nodes/ledger': 'fail',
    },
    observed: '3 Ledger pods in ap-northeast-1a only',
  },
];
