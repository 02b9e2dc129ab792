import type { Settings } from '../../../testbed/settings.ts';
import type { World } from '../../world/world.ts';
import { allBack } from '../change.ts';
import { allowIngress, tcp } from '../ingress.ts';
import type { Mutation } from '../mutation.ts';

export const mutations: Mutation[] = [
  {
    name: 'a route table is as full as the quota allows',
    guideline: 'network-quotas-leave-room',
    apply: world =>
      quotasAre(world, { routesPerTable: 4 }, { routesPerTable: 50 }),
    expect: {
      'network-quotas-leave-room/auditor': 'fail',
      'network-quotas-leave-room/ledger': 'fail',
    },
    observed: '4 of 4',
  },
  {
    name: 'a VPC has as many peerings as the quota allows',
    guideline: 'network-quotas-leave-room',
    apply: world =>
      quotasAre(
        world,
        { activePeeringsPerVpc: 2 },
        { activePeeringsPerVpc: 50 },
      ),
    expect: {
      'network-quotas-leave-room/auditor': 'fail',
      'network-quotas-leave-room/ledger': 'fail',
    },
    observed: '2 of 2',
  },
  {
    name: 'a prefix list of one entry may come to have as many as fill its group',
    guideline: 'network-quotas-leave-room',
    async apply({ ledger: { ec2, cluster } }) {
      const { PrefixList } = await ec2.createManagedPrefixList({
        PrefixListName: 'offices',
        AddressFamily: 'IPv4',
        MaxEntries: 59,
        Entries: [{ Cidr: '10.1.2.0/24' }],
      });
      const PrefixListId = PrefixList?.PrefixListId;
      const rule = await allowIngress(ec2, cluster.controlPlaneGroup, {
        ...tcp([443, 443]),
        PrefixListIds: [{ PrefixListId }],
      });
      return allBack(async () => {
        await ec2.deleteManagedPrefixList({ PrefixListId });
      }, rule);
    },
    expect: { 'network-quotas-leave-room/ledger': 'fail' },
    observed: '60 of 60',
  },
  {
    name: 'one rule opens all ports of a range',
    guideline: 'network-quotas-leave-room',
    apply: ({ auditor: { ec2, cluster } }) =>
      allowIngress(
        ec2,
        cluster.controlPlaneGroup,
        tcp([0, 65535], '10.1.28.0/23'),
      ),
    expect: {},
    because: 'a rule counts once a range, and not once a port',
  },
];

/** Only Service Quotas tells what an account may have. */
async function quotasAre(
  { testbed }: World,
  quotas: Settings['quotas'],
  before: Settings['quotas'],
) {
  await testbed.settings({ quotas });
  return () => testbed.settings({ quotas: before });
}
