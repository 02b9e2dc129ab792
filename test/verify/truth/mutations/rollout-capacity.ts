import { allBack, changeObject, removeObject } from '../change.ts';
import type { Mutation } from '../mutation.ts';
import { pathsOf } from '../paths.ts';
import { settled } from '../settled.ts';

export const mutations: Mutation[] = [
  {
    name: "the chart's own strategy needs a fourth pod, for which three nodes have no room and nothing adds one",
    guideline: 'rollout-capacity',
    async apply({ ledger }) {
      const { kube, plan, eks } = ledger;
      const size = async (maxSize: number) =>
        void (await eks.updateNodegroupConfig({
          clusterName: plan.cluster,
          nodegroupName: plan.nodeGroup,
          scalingConfig: { minSize: 3, desiredSize: 3, maxSize },
        }));
      const strategy = await changeObject(kube, pathsOf(plan).product, {
        spec: {
          strategy: {
            rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' },
          },
        },
      });
      const scaler = await removeObject(kube, pathsOf(plan).podAutoscaler);
      await size(3);
      await settled(ledger);
      return async () => {
        await allBack(strategy, scaler, () => size(6))();
        await settled(ledger);
      };
    },
    expect: {
      'autoscaling-subnets-large-enough/ledger': 'skipped',
      'cluster-autoscaler-can-scale/ledger': 'fail',
      'cluster-autoscaler-under-pod-autoscaling/ledger': 'skipped',
      'metrics-server-up/ledger': 'skipped',
      'pod-autoscaling-fits-node-groups/ledger': 'skipped',
      'rollout-capacity/ledger': 'fail',
    },
    observed: 'one more during a roll-out',
  },
];
