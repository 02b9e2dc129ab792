import type { Undo } from '../../world/kube.ts';
import type { WorldSide } from '../../world/world.ts';
import { allBack } from '../change.ts';
import type { Mutation } from '../mutation.ts';
import { unchanged } from '../unchanged.ts';

/** A range that nobody routes is lost to the other side too. */
const OVERLAP: Mutation['expect'] = {
  'disjoint-address-ranges/pair': 'fail',
  'other-side-connected/pair': 'fail',
  'routes-to-other-side/pair': 'fail',
};

export const mutations: Mutation[] = [
  {
    name: 'a secondary range of the VPC meets the network of the runners',
    guideline: 'disjoint-address-ranges',
    apply: ({ ledger }) => addRange(ledger, '10.4.0.0/20'),
    expect: OVERLAP,
    observed: '10.4.0.0/20',
  },
  {
    name: 'a secondary range of the VPC lies among the Services of the other cluster',
    guideline: 'disjoint-address-ranges',
    apply: ({ auditor }) => addRange(auditor, '172.20.16.0/20'),
    expect: OVERLAP,
    observed: '172.20.16.0/20',
  },
  {
    name: 'both VPCs have the usual second range for pods',
    guideline: 'disjoint-address-ranges',
    async apply({ ledger, auditor }) {
      const ranges = await Promise.all(
        [ledger, auditor].map(side => addRange(side, '100.64.0.0/16')),
      );
      return allBack(...ranges);
    },
    expect: OVERLAP,
    observed: '100.64.0.0/16',
  },
  {
    name: 'a range that met the network of the runners is gone again',
    guideline: 'disjoint-address-ranges',
    async apply({ ledger }) {
      const remove = await addRange(ledger, '10.4.0.0/20');
      await remove();
      return unchanged();
    },
    expect: {},
    because: 'only associated ranges are of the VPC',
  },
];

async function addRange(
  { ec2, network }: WorldSide,
  CidrBlock: string,
): Promise<Undo> {
  const { CidrBlockAssociation } = await ec2.associateVpcCidrBlock({
    VpcId: network.vpcId,
    CidrBlock,
  });
  const AssociationId = CidrBlockAssociation?.AssociationId;
  return async () =>
    void (await ec2.disassociateVpcCidrBlock({ AssociationId }));
}
