import type { Mutation } from '../mutation.ts';
import { autoscalerStatus } from '../../world/manifests/clusterAutoscaler.ts';

export const mutations: Mutation[] = [
  {
    name: 'the autoscaler runs and says that it is not healthy',
    guideline: 'cluster-autoscaler-can-scale',
    async apply({ ledger: { kube, autoScalingGroup: group } }) {
      await kube.apply(
        autoscalerStatus({ group, at: new Date(), health: 'Unhealthy' }),
      );
      return () => kube.apply(autoscalerStatus({ group, at: new Date() }));
    },
    expect: { 'cluster-autoscaler-can-scale/ledger': 'fail' },
    observed: 'Unhealthy',
  },
  {
    name: 'the Auto Scaling group lacks the tag by which the autoscaler finds it',
    guideline: 'cluster-autoscaler-can-scale',
    async apply({ auditor: { autoScaling, autoScalingGroup } }) {
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
    },
    expect: { 'cluster-autoscaler-can-scale/auditor': 'fail' },
    observed: 'k8s.io/cluster-autoscaler/enabled',
  },
];
