import type { Mutation } from '../mutation.ts';

export const mutations: Mutation[] = [
  {
    name: 'the VPC gives its machines no host names',
    guideline: 'vpc-dns-enabled',
    async apply({ auditor: { ec2, network } }) {
      const set = async (Value: boolean) =>
        void (await ec2.modifyVpcAttribute({
          VpcId: network.vpcId,
          EnableDnsHostnames: { Value },
        }));
      await set(false);
      return () => set(true);
    },
    expect: { 'vpc-dns-enabled/auditor': 'fail' },
    observed: 'enableDnsHostnames is off',
  },
];
