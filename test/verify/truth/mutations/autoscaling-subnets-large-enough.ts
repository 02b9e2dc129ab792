import { allBack } from '../change.ts';
import type { Mutation } from '../mutation.ts';
import { addSubnet, useForPods } from '../subnet.ts';

export const mutations: Mutation[] = [
  {
    name: 'pods get their addresses from a small subnet of their own',
    guideline: 'autoscaling-subnets-large-enough',
    async apply({ ledger }) {
      const subnet = await addSubnet(ledger, { cidr: '10.1.12.0/26' });
      return allBack(subnet.remove, await useForPods(ledger, subnet.id));
    },
    expect: { 'autoscaling-subnets-large-enough/ledger': 'fail' },
    observed: '/26',
  },
  {
    name: 'a small subnet is tagged for pods',
    guideline: 'autoscaling-subnets-large-enough',
    async apply({ auditor }) {
      const tags = { 'kubernetes.io/role/cni': '1' };
      const { remove } = await addSubnet(auditor, {
        cidr: '10.1.28.0/26',
        tags,
      });
      return remove;
    },
    expect: {
      'autoscaling-subnets-large-enough/auditor': 'fail',
      // Which pods the CNI puts there, and how many, is its own choice.
      'subnet-address-headroom/auditor': 'unknown',
    },
    observed: '/26',
  },
  {
    name: 'the VPC has a small subnet in which nobody starts nodes or pods',
    guideline: 'autoscaling-subnets-large-enough',
    async apply({ auditor }) {
      const { remove } = await addSubnet(auditor, { cidr: '10.1.28.0/28' });
      return remove;
    },
    expect: {},
    because: 'only subnets of nodes and pods run out of addresses',
  },
];
