import { autoscalerStatus } from '../../world/manifests/clusterAutoscaler.ts';
import { rolledOut } from '../../world/rollout.ts';
import type { WorldSide } from '../../world/world.ts';
import { allBack, changeObject } from '../change.ts';
import { containerWith } from '../container.ts';
import type { Mutation } from '../mutation.ts';
import { limitNodes } from '../nodeGroup.ts';
import { systemDeployment } from '../paths.ts';

const PATH = systemDeployment('cluster-autoscaler-aws-cluster-autoscaler');

export const mutations: Mutation[] = [
  {
    name: 'the autoscaler runs and says that it is not healthy',
    guideline: 'cluster-autoscaler-can-scale',
    apply: ({ ledger }) =>
      itSays(ledger, text => text.replaceAll('Healthy', 'Unhealthy')),
    expect: { 'cluster-autoscaler-can-scale/ledger': 'fail' },
    observed: 'Unhealthy',
  },
  {
    name: 'the autoscaler runs, and last said long ago that it is healthy',
    guideline: 'cluster-autoscaler-can-scale',
    apply: ({ auditor }) =>
      itSays(auditor, text => text, new Date(Date.now() - 3 * 3_600_000)),
    expect: { 'cluster-autoscaler-can-scale/auditor': 'fail' },
    observed: 'nobody writes it any more',
  },
  {
    name: 'the autoscaler is healthy and has found no node group',
    guideline: 'cluster-autoscaler-can-scale',
    apply: ({ ledger }) =>
      itSays(ledger, text => text.replace(/nodeGroups:[^]*/, '')),
    expect: { 'cluster-autoscaler-can-scale/ledger': 'fail' },
    observed: 'node group',
  },
  {
    name: 'the autoscaler is healthy and has given up its group for a while',
    guideline: 'cluster-autoscaler-can-scale',
    apply: ({ auditor }) =>
      itSays(auditor, text => text.replaceAll('NoActivity', 'Backoff')),
    expect: { 'cluster-autoscaler-can-scale/auditor': 'fail' },
    observed: 'given up',
  },
  {
    name: 'the Auto Scaling group lacks the tag by which the autoscaler finds it',
    guideline: 'cluster-autoscaler-can-scale',
    apply: ({ auditor }) => withoutTag(auditor),
    // It grows no group that it does not find.
    expect: {
      'cluster-autoscaler-can-scale/auditor': 'fail',
      'cluster-autoscaler-under-pod-autoscaling/auditor': 'fail',
      'rollout-capacity/auditor': 'fail',
    },
    observed: 'k8s.io/cluster-autoscaler/enabled',
  },
  {
    name: 'the Auto Scaling group lacks a tag, and the autoscaler is given its name',
    guideline: 'cluster-autoscaler-can-scale',
    async apply({ ledger }) {
      const args = [
        './cluster-autoscaler',
        '--cloud-provider=aws',
        '--namespace=kube-system',
        `--nodes=3:6:${ledger.autoScalingGroup}`,
      ];
      const named = await changeAutoscaler(ledger, { args });
      return allBack(named, await withoutTag(ledger));
    },
    expect: {},
    because: 'groups that are named need no tags',
  },
  {
    name: 'the autoscaler is of the minor before',
    guideline: 'cluster-autoscaler-can-scale',
    apply: ({ auditor }) =>
      changeAutoscaler(auditor, {
        image: 'registry.k8s.io/autoscaling/cluster-autoscaler:v1.34.2',
      }),
    expect: { 'cluster-autoscaler-can-scale/auditor': 'fail' },
    observed: '1.34',
  },
  {
    name: 'the autoscaler is of another patch than the cluster',
    guideline: 'cluster-autoscaler-can-scale',
    apply: ({ ledger }) =>
      changeAutoscaler(ledger, {
        image: 'registry.k8s.io/autoscaling/cluster-autoscaler:v1.35.7',
      }),
    expect: {},
    because: 'the minor counts, which is that of the cluster',
  },
  {
    name: 'the node group cannot grow',
    guideline: 'cluster-autoscaler-can-scale',
    async apply({ ledger }) {
      await limitNodes(ledger, 3);
      return () => limitNodes(ledger, 6);
    },
    expect: {
      'autoscaling-subnets-large-enough/ledger': 'skipped',
      'cluster-autoscaler-can-scale/ledger': 'fail',
      'cluster-autoscaler-under-pod-autoscaling/ledger': 'fail',
      'pod-autoscaling-fits-node-groups/ledger': 'fail',
      'rollout-capacity/ledger': 'fail',
    },
    observed: '3',
  },
];

/** Changes what the autoscaler says of itself, and when it said so. */
async function itSays(
  { kube, autoScalingGroup: group }: WorldSide,
  change: (text: string) => string,
  at: Date = new Date(),
) {
  const said = autoscalerStatus({ group, at });
  const { status } = said.data as { status: string };
  await kube.apply({ ...said, data: { status: change(status) } });
  return () => kube.apply(autoscalerStatus({ group, at: new Date() }));
}

async function withoutTag({ autoScaling, autoScalingGroup }: WorldSide) {
  const Tags = [
    {
      ResourceId: autoScalingGroup,
      ResourceType: 'auto-scaling-group',
      Key: 'k8s.io/cluster-autoscaler/enabled',
      Value: 'true',
      PropagateAtLaunch: true,
    },
  ];
  await autoScaling.deleteTags({ Tags });
  return async () => void (await autoScaling.createOrUpdateTags({ Tags }));
}

async function changeAutoscaler({ kube }: WorldSide, changes: object) {
  const container = await containerWith(kube, PATH, changes);
  const back = await changeObject(kube, PATH, container);
  await rolledOut(kube, 'kube-system');
  return async () => {
    await back();
    await rolledOut(kube, 'kube-system');
  };
}
