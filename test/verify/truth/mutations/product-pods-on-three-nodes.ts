import type { Mutation } from '../mutation.ts';
import { pathsOf } from '../paths.ts';
import { intoZones } from '../zones.ts';

export const mutations: Mutation[] = [
  {
    name: 'three pods are ready, two of them on one node',
    guideline: 'product-pods-on-three-nodes',
    apply: ({ auditor }) =>
      intoZones(auditor, pathsOf(auditor.plan).product, 2),
    expect: {
      'byol-resource-requests/auditor': 'fail',
      // The group of three zones chooses by itself in which one it starts a node.
      'cluster-autoscaler-under-pod-autoscaling/auditor': 'unknown',
      'nodes-span-three-zones/auditor': 'fail',
      'product-pods-on-three-nodes/auditor': 'fail',
      'three-worker-nodes/auditor': 'fail',
    },
    observed: '3 pods on 2 nodes',
  },
];
