import type { Mutation } from '../mutation.ts';
import { pathsOf } from '../paths.ts';
import { changeNode } from '../nodes.ts';
import { rollOutContainer } from '../rollOut.ts';
import { SMALL, intoZones } from '../zones.ts';

export const mutations: Mutation[] = [
  {
    name: 'every pod of the product stands in one zone, whatever its Deployment prefers',
    guideline: 'pods-span-zones',
    apply: ({ ledger }) => intoZones(ledger, pathsOf(ledger.plan).product, 1),
    expect: {
      'byol-resource-requests/ledger': 'fail',
      // The group of three zones chooses by itself in which one it starts a node.
      'cluster-autoscaler-under-pod-autoscaling/ledger': 'unknown',
      'nodes-span-three-zones/ledger': 'fail',
      'pods-span-zones/ledger': 'fail',
      'product-pods-on-three-nodes/ledger': 'fail',
      'three-worker-nodes/ledger': 'fail',
    },
    observed: '3 Ledger pods in ap-northeast-1a only',
  },
  {
    name: 'every pod of Envoy stands in one zone, and those of the product in three',
    guideline: 'pods-span-zones',
    apply: ({ auditor }) => intoZones(auditor, pathsOf(auditor.plan).envoy, 1),
    expect: {
      'envoy-replicated-and-spread/auditor': 'fail',
      'load-balancer-targets-healthy/auditor': 'fail',
      'pods-span-zones/auditor': 'fail',
    },
    observed: '3 Envoy pods in ap-northeast-1a only',
  },
  {
    name: 'two of three pods stand in one zone, though nodes stand in three',
    guideline: 'pods-span-zones',
    async apply({ ledger }) {
      const closed = await changeNode(ledger, {
        spec: { unschedulable: true },
      });
      const moved = await rollOutContainer(
        ledger,
        pathsOf(ledger.plan).product,
        { resources: SMALL },
      );
      await closed();
      return moved;
    },
    expect: {
      'byol-resource-requests/ledger': 'fail',
      'pods-span-zones/ledger': 'fail',
      'product-pods-on-three-nodes/ledger': 'fail',
    },
    observed: 'only, and none in ap-northeast-1',
  },
];
