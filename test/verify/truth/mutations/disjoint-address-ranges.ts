import type { Mutation } from '../mutation.ts';

export const mutations: Mutation[] = [
  {
    name: 'a secondary range of the VPC meets the network of the runners',
    guideline: 'disjoint-address-ranges',
    async apply({ ledger: { ec2, network } }) {
      const { CidrBlockAssociation } = await ec2.associateVpcCidrBlock({
        VpcId: network.vpcId,
        CidrBlock: '10.4.0.0/20',
      });
      const AssociationId = CidrBlockAssociation?.AssociationId;
      return async () =>
        void (await ec2.disassociateVpcCidrBlock({ AssociationId }));
    },
    expect: {
      'disjoint-address-ranges/pair': 'fail',
      'other-side-connected/pair': 'fail',
      'routes-to-other-side/pair': 'fail',
    },
    observed: '10.4.0.0/20',
  },
];
