import { connectByHand, deleteByHand, routeByHand } from './byHand.ts';
import type { TestNetwork } from './network.ts';
import { onBed } from './onBed.ts';
import type { Pair, PairWish } from './pair.ts';
import { errorsOf } from './told.ts';

interface Conflict {
  conflict: string;
  wish?: PairWish;
  prepare?: (pair: Pair) => Promise<unknown>;
  says: RegExp[];
}

/** A route of the first private table to something else. */
async function otherRoute(
  { client, privateTables, privateSubnets, group }: TestNetwork,
  destination: string,
) {
  const { NetworkInterface } = await client.createNetworkInterface({
    SubnetId: privateSubnets[0],
    Groups: [group],
  });
  await client.createRoute({
    RouteTableId: privateTables[0],
    DestinationCidrBlock: destination,
    NetworkInterfaceId: NetworkInterface?.NetworkInterfaceId,
  });
}

const CONFLICTS: Conflict[] = [
  {
    conflict: 'overlapping ranges',
    wish: { ledger: { cidr: '10.1.16.0/20' } },
    says: [
      /10\.1\.16\.0\/20 of auditor and 10\.1\.16\.0\/20 of ledger, which overlap/,
    ],
  },
  {
    conflict: 'an overlapping range that was added later',
    wish: { ledger: { secondary: '10.1.24.0/24' } },
    says: [
      /10\.1\.16\.0\/20 of auditor and 10\.1\.24\.0\/24 of ledger, which overlap/,
    ],
  },
  {
    conflict: "a range inside the other cluster's service range",
    wish: { ledger: { secondary: '172.20.4.0/24' } },
    says: [
      /networks\[1\]: expected ranges outside of 172\.20\.0\.0\/16, the Kubernetes services of auditor, found 172\.20\.4\.0\/24/,
    ],
  },
  {
    conflict: 'a route of another target',
    prepare: ({ auditor }) => otherRoute(auditor, '10.1.0.0/20'),
    says: [
      /networks\[0\]: expected no other route to 10\.1\.0\.0\/20 of ledger in rtb-\w+, found a route to eni-/,
    ],
  },
  {
    conflict: 'a narrower route of another target',
    prepare: ({ ledger }) => otherRoute(ledger, '10.1.20.0/24'),
    says: [
      /networks\[1\]: expected no other route to 10\.1\.20\.0\/24 of auditor in rtb-\w+, found a route to eni-/,
    ],
  },
  {
    conflict: 'blackholes of somebody else',
    async prepare({ auditor, ledger }) {
      const id = await connectByHand(auditor, ledger);
      await routeByHand(auditor, '10.1.0.0/20', id);
      await deleteByHand(auditor, id);
    },
    says: [0, 1, 2].map(
      () =>
        /found a blackhole that led to pcx-\w+ and that this action did not make/,
    ),
  },
  {
    conflict: 'DNS host names that are off, in both networks at once',
    prepare: ({ auditor, ledger }) =>
      Promise.all(
        [auditor, ledger].map(({ client, vpcId }) =>
          client.modifyVpcAttribute({
            VpcId: vpcId,
            EnableDnsHostnames: { Value: false },
          }),
        ),
      ),
    says: [
      /^networks\[0\]: expected DNS support and DNS host names/,
      /^networks\[1\]: expected DNS support and DNS host names/,
    ],
  },
];

onBed('create-peering before a conflict', bed => {
  it.each(CONFLICTS)(
    'names $conflict and changes nothing',
    async ({ wish, prepare, says }) => {
      const pair = await bed().pair(wish);
      await prepare?.(pair);
      const before = await pair.dump();
      const run = await pair.run();
      expect(run.exitCode).toBe(1);
      expect(run.writes).toEqual([]);
      expect(errorsOf(run)).toEqual(
        says.map(text => expect.stringMatching(text)),
      );
      expect(await pair.dump()).toEqual(before);
    },
  );

  it('names every quota that would be exceeded', async () => {
    const { testbed } = bed();
    const pair = await bed().pair();
    const tight = {
      routesPerTable: 0,
      rulesPerSecurityGroup: 2,
      activePeeringsPerVpc: 0,
    };
    await testbed.settings({ quotas: tight });
    const run = await pair.run();
    await testbed.settings({
      quotas: {
        routesPerTable: 50,
        rulesPerSecurityGroup: 60,
        activePeeringsPerVpc: 50,
      },
    });
    expect(run.writes).toEqual([]);
    const errors = errorsOf(run);
    expect(errors).toHaveLength(2 * (1 + 3 + 1));
    expect(errors[0]).toMatch(
      /^networks\[0\]: expected room for 1 more peerings of vpc-\w+, found 0 of 0 \(Service Quotas\)/,
    );
    expect(errors.join()).toMatch(
      /room for 2 more inbound rules in sg-\w+, found 1 of 2/,
    );
    expect(errors.join()).toMatch(
      /room for 1 more routes in rtb-\w+, found 0 of 0/,
    );
  });
});
