import type { ModifyVpcAttributeRequest } from '@aws-sdk/client-ec2';
import type { WorldSide } from '../../world/world.ts';
import type { Mutation } from '../mutation.ts';

export const mutations: Mutation[] = [
  {
    name: 'the VPC gives its machines no host names',
    guideline: 'vpc-dns-enabled',
    apply: ({ auditor }) => withoutAttribute(auditor, 'EnableDnsHostnames'),
    expect: { 'vpc-dns-enabled/auditor': 'fail' },
    observed: 'enableDnsHostnames is off',
  },
  {
    name: 'the VPC has host names, and nobody who resolves them',
    guideline: 'vpc-dns-enabled',
    apply: ({ ledger }) => withoutAttribute(ledger, 'EnableDnsSupport'),
    expect: {
      'vpc-dns-enabled/ledger': 'fail',
      // Nobody resolves the name of its database.
      'database-backups-retained/ledger': 'unknown',
      'databases-not-public/ledger': 'unknown',
      'separate-databases/pair': 'unknown',
    },
    observed: 'enableDnsSupport is off',
  },
];

async function withoutAttribute(
  { ec2, network }: WorldSide,
  attribute: keyof ModifyVpcAttributeRequest,
) {
  const set = async (Value: boolean) =>
    void (await ec2.modifyVpcAttribute({
      VpcId: network.vpcId,
      [attribute]: { Value },
    }));
  await set(false);
  return () => set(true);
}
