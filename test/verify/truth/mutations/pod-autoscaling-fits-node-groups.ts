import { changeObject } from '../change.ts';
import type { Mutation } from '../mutation.ts';
import { limitNodes } from '../nodeGroup.ts';
import { pathsOf } from '../paths.ts';

export const mutations: Mutation[] = [
  {
    name: 'more pods are allowed than the largest node group holds',
    guideline: 'pod-autoscaling-fits-node-groups',
    apply: ({ ledger: { kube, plan } }) =>
      changeObject(kube, pathsOf(plan).podAutoscaler, {
        spec: { maxReplicas: 12 },
      }),
    expect: {
      'pod-autoscaling-fits-node-groups/ledger': 'fail',
      'rollout-capacity/ledger': 'fail',
    },
    observed: '12',
  },
  {
    name: 'the node group may grow by one node, and the product by one pod',
    guideline: 'pod-autoscaling-fits-node-groups',
    async apply({ auditor }) {
      await limitNodes(auditor, 4);
      return () => limitNodes(auditor, 6);
    },
    expect: {},
    because: 'the new pod has a node of its own, and Envoy gets no pod more',
  },
];
