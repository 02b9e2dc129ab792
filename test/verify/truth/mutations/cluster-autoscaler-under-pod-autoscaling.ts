import { removeObject } from '../change.ts';
import type { Mutation } from '../mutation.ts';
import { systemDeployment } from '../paths.ts';
import { rolledOut } from '../../world/rollout.ts';

export const mutations: Mutation[] = [
  {
    name: 'pods scale and nothing scales nodes',
    guideline: 'cluster-autoscaler-under-pod-autoscaling',
    async apply({ auditor: { kube } }) {
      const back = await removeObject(
        kube,
        systemDeployment('cluster-autoscaler-aws-cluster-autoscaler'),
      );
      return async () => {
        await back();
        await rolledOut(kube, 'kube-system');
      };
    },
    expect: {
      'autoscaling-subnets-large-enough/auditor': 'skipped',
      'cluster-autoscaler-can-scale/auditor': 'skipped',
      'cluster-autoscaler-under-pod-autoscaling/auditor': 'fail',
      'rollout-capacity/auditor': 'fail',
    },
    observed: 'scalardl-auditor-auditor',
  },
];
