import { rolledOut } from '../../world/rollout.ts';
import type { WorldSide } from '../../world/world.ts';
import { changeObject, removeObject } from '../change.ts';
import type { Mutation } from '../mutation.ts';
import { systemDeployment } from '../paths.ts';

const PATH = systemDeployment('cluster-autoscaler-aws-cluster-autoscaler');

export const mutations: Mutation[] = [
  {
    name: 'pods scale and nothing scales nodes',
    guideline: 'cluster-autoscaler-under-pod-autoscaling',
    apply: ({ auditor }) => changed(auditor, removeObject(auditor.kube, PATH)),
    expect: {
      'autoscaling-subnets-large-enough/auditor': 'skipped',
      'cluster-autoscaler-can-scale/auditor': 'skipped',
      'cluster-autoscaler-under-pod-autoscaling/auditor': 'fail',
      'rollout-capacity/auditor': 'fail',
    },
    observed: 'scalardl-auditor-auditor',
  },
  {
    name: 'Cluster Autoscaler is installed and scaled to zero',
    guideline: 'cluster-autoscaler-under-pod-autoscaling',
    apply: ({ ledger }) =>
      changed(
        ledger,
        changeObject(ledger.kube, PATH, { spec: { replicas: 0 } }),
      ),
    expect: {
      'autoscaling-subnets-large-enough/ledger': 'skipped',
      'cluster-autoscaler-can-scale/ledger': 'fail',
      'cluster-autoscaler-under-pod-autoscaling/ledger': 'fail',
      'rollout-capacity/ledger': 'fail',
    },
    observed: 'scalardl-ledger-ledger',
  },
];

async function changed(
  { kube }: WorldSide,
  change: ReturnType<typeof changeObject>,
) {
  const back = await change;
  await rolledOut(kube, 'kube-system');
  return async () => {
    await back();
    await rolledOut(kube, 'kube-system');
  };
}
