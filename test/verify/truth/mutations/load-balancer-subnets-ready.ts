import type { Mutation } from '../mutation.ts';

export const mutations: Mutation[] = [
  {
    name: 'a subnet carries the tag of another cluster, so that the controller leaves it out',
    guideline: 'load-balancer-subnets-ready',
    async apply({ auditor: { ec2, network } }) {
      const tag = {
        Resources: network.privateSubnets.slice(0, 1),
        Tags: [{ Key: 'kubernetes.io/cluster/other', Value: 'owned' }],
      };
      await ec2.createTags(tag);
      return async () => void (await ec2.deleteTags(tag));
    },
    expect: { 'load-balancer-subnets-ready/auditor': 'fail' },
    observed: 'kubernetes.io/cluster/other',
  },
];
