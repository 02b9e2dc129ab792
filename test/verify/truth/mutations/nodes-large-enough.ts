import { until } from '../../world/waiting.ts';
import { roleArn } from '../../world/sidePlan.ts';
import type { Mutation } from '../mutation.ts';
import { settled } from '../settled.ts';

export const mutations: Mutation[] = [
  {
    name: 'a second node group has a smaller type',
    guideline: 'nodes-large-enough',
    async apply({ ledger }) {
      const { eks, plan, network } = ledger;
      const group = { clusterName: plan.cluster, nodegroupName: 'small' };
      await eks.createNodegroup({
        ...group,
        nodeRole: roleArn(plan, 'nodes'),
        subnets: [...network.privateSubnets],
        instanceTypes: ['m7i.large'],
        scalingConfig: { minSize: 1, desiredSize: 1, maxSize: 2 },
      });
      await until(
        () => eks.describeNodegroup(group),
        ({ nodegroup }) => nodegroup?.status === 'ACTIVE',
      );
      return async () => {
        await eks.deleteNodegroup(group);
        await until(
          () => eks.listNodegroups({ clusterName: plan.cluster }),
          ({ nodegroups }) => nodegroups?.length === 1,
        );
        await settled(ledger);
      };
    },
    expect: {
      'node-volumes-encrypted/ledger': 'fail',
      'nodes-large-enough/ledger': 'fail',
    },
    observed: 'm7i.large',
  },
];
