import { until } from '../../world/waiting.ts';
import type { WorldSide } from '../../world/world.ts';
import { allBack, changeObject, removeObject } from '../change.ts';
import type { Mutation } from '../mutation.ts';
import { limitNodes } from '../nodeGroup.ts';
import { pathsOf } from '../paths.ts';
import { settled } from '../settled.ts';

const SURGING = {
  spec: {
    strategy: { rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' } },
  },
};

export const mutations: Mutation[] = [
  {
    name: "the chart's own strategy needs a fourth pod, for which three nodes have no room and nothing adds one",
    guideline: 'rollout-capacity',
    async apply({ ledger }) {
      const { kube, plan } = ledger;
      const strategy = await changeObject(kube, pathsOf(plan).product, SURGING);
      const scaler = await removeObject(kube, pathsOf(plan).podAutoscaler);
      await limitNodes(ledger, 3);
      await settled(ledger);
      return async () => {
        await allBack(strategy, scaler, () => limitNodes(ledger, 6))();
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
  {
    name: "the chart's own strategy needs a fourth pod, for which Cluster Autoscaler adds a node",
    guideline: 'rollout-capacity',
    async apply({ auditor }) {
      const { kube, plan } = auditor;
      const back = await changeObject(kube, pathsOf(plan).product, SURGING);
      await settled(auditor);
      return async () => {
        await back();
        await settled(auditor);
      };
    },
    expect: {},
    because: 'the group may have three nodes more than it has',
  },
  {
    name: 'the sum comes out, and a pod waits for a node all the same',
    guideline: 'rollout-capacity',
    apply: fourthPod,
    expect: {
      'product-pods-stable/ledger': 'fail',
      'rollout-capacity/ledger': 'fail',
    },
    observed: 'wait for a node',
  },
];

/** Three nodes hold three pods of the product, and on the bed nobody adds a fourth. */
async function fourthPod({ ledger }: { ledger: WorldSide }) {
  const { kube, plan } = ledger;
  const { podAutoscaler, product, pods } = pathsOf(plan);
  const floor = await changeObject(kube, podAutoscaler, {
    spec: { minReplicas: 4 },
  });
  const scale = await changeObject(kube, product, { spec: { replicas: 4 } });
  await until(
    () => kube.list<Pod>(pods),
    found =>
      found.some(({ status }) =>
        status.conditions?.some(({ reason }) => reason === 'Unschedulable'),
      ),
  );
  return async () => {
    await allBack(scale, floor)();
    await settled(ledger);
  };
}

interface Pod {
  status: { conditions?: { reason?: string }[] };
}
