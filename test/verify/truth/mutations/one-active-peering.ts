import type { Undo } from '../../world/kube.ts';
import { createPeering, type PeeringEnd } from '../../world/peering.ts';
import type { World, WorldSide } from '../../world/world.ts';
import { allBack } from '../change.ts';
import type { Mutation } from '../mutation.ts';
import { removeRoutes } from '../routes.ts';

export const mutations: Mutation[] = [
  {
    name: 'the peering was deleted and stays listed',
    guideline: 'one-active-peering',
    async apply({ testbed, peeringId }) {
      await testbed.setPeeringStatus(peeringId, 'deleted');
      return () => testbed.setPeeringStatus(peeringId, 'active');
    },
    expect: {
      'no-competing-routes/pair': 'skipped',
      'one-active-peering/pair': 'fail',
      'other-side-connected/pair': 'fail',
      'peering-resolves-names/pair': 'skipped',
      'routes-to-other-side/pair': 'fail',
    },
    observed: 'deleted',
  },
  {
    name: 'the other side asked for a new peering, and the former one stays listed',
    guideline: 'one-active-peering',
    apply: replacePeering,
    expect: {},
    because: 'either side may ask, and an ended peering is none',
    observed: 'active',
  },
];

/** The Ledger asks this time; all of it leads to the new peering. */
async function replacePeering(world: World) {
  const { testbed, ledger, auditor, peeringId } = world;
  const routes = await withoutRoutesBy(world, peeringId);
  await testbed.setPeeringStatus(peeringId, 'deleted');
  const later = await createPeering(endOf(ledger), endOf(auditor));
  return async () => {
    await withoutRoutesBy(world, later);
    await testbed.setPeeringStatus(later, 'deleted');
    await testbed.setPeeringStatus(peeringId, 'active');
    await routes();
  };
}

/** Takes away what leads to the other side by this peering. */
async function withoutRoutesBy(
  { ledger, auditor }: World,
  VpcPeeringConnectionId: string,
): Promise<Undo> {
  const sides = await Promise.all(
    [
      { from: ledger, to: auditor },
      { from: auditor, to: ledger },
    ].map(({ from, to }) =>
      removeRoutes(
        from.ec2,
        ...from.network.privateTables.map(RouteTableId => ({
          RouteTableId,
          DestinationCidrBlock: to.plan.cidr,
          VpcPeeringConnectionId,
        })),
      ),
    ),
  );
  return allBack(...sides);
}

function endOf({ ec2, place, network, plan }: WorldSide): PeeringEnd {
  return {
    ec2,
    account: place.account,
    vpcId: network.vpcId,
    cidr: plan.cidr,
    tables: network.privateTables,
  };
}
