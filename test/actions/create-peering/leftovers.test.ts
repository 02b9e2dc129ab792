import {
  connectByHand,
  deleteByHand,
  requestByHand,
  routeByHand,
} from './byHand.ts';
import { present } from '../../testbed/awsClients.ts';
import { runHalf } from './halves.ts';
import { onBed } from './onBed.ts';
import { type Pair, networkEntry } from './pair.ts';
import { errorsOf, warningsOf } from './told.ts';

onBed('create-peering beside what others left', bed => {
  let pair: Pair;
  beforeEach(async () => {
    pair = await bed().pair();
  });

  async function undo() {
    expect(errorsOf(await pair.run({ inputs: { state: 'absent' } }))).toEqual(
      [],
    );
  }

  it('ignores peerings that failed, expired, were rejected or deleted', async () => {
    const { auditor, ledger } = pair;
    for (const status of ['failed', 'expired', 'rejected', 'deleted']) {
      const id = await requestByHand(auditor, ledger);
      await bed().testbed.setPeeringStatus(id, status);
    }
    expect(errorsOf(await pair.run())).toEqual([]);
    const { peerings, routes } = await pair.dump();
    expect(peerings).toHaveLength(2);
    expect(routes['auditor private 0']).toContain(
      '10.1.0.0/20 → peering auditor→ledger active',
    );
  });

  it.each([
    { made: 'an active peering', make: connectByHand },
    { made: 'a request that waits', make: requestByHand },
    {
      made: 'a request in the other direction',
      make: (auditor: Pair['auditor'], ledger: Pair['ledger']) =>
        requestByHand(ledger, auditor),
    },
  ])(
    'adopts $made, and leaves the peering where it removes',
    async ({ make }) => {
      const { auditor, ledger } = pair;
      const id = await make(auditor, ledger);
      expect(errorsOf(await pair.run())).toEqual([]);
      const { peerings } = await pair.dump();
      expect(peerings[0]).toContain('scalardl-on-eks:origin=adopted');
      expect((await pair.run()).writes).toEqual([]);
      await undo();
      const after = await pair.dump();
      expect(after.peerings).toHaveLength(2);
      expect(after.peerings.join()).not.toContain('scalardl-on-eks');
      expect(after.peerings.join()).not.toContain('dns true');
      await deleteByHand(auditor, id);
    },
  );

  it('leaves routes, rules and names of others exactly as they were', async () => {
    const { auditor, ledger } = pair;
    const id = await connectByHand(auditor, ledger);
    await routeByHand(auditor, '10.1.0.0/20', id);
    await auditor.client.modifyVpcPeeringConnectionOptions({
      VpcPeeringConnectionId: id,
      RequesterPeeringConnectionOptions: {
        AllowDnsResolutionFromRemoteVpc: true,
      },
    });
    await ledger.client.authorizeSecurityGroupIngress({
      GroupId: ledger.group,
      IpPermissions: [
        {
          IpProtocol: 'tcp',
          FromPort: 50051,
          ToPort: 50051,
          IpRanges: [{ CidrIp: '10.1.16.0/20' }],
        },
      ],
    });
    const before = await pair.dump();
    expect(errorsOf(await pair.run())).toEqual([]);
    expect(await pair.dump()).not.toEqual(before);
    await undo();
    expect(await pair.dump()).toEqual(before);
  });

  it('stops at several peerings, and takes the one that somebody tagged for it', async () => {
    const { auditor, ledger } = pair;
    const one = await requestByHand(auditor, ledger);
    const other = await requestByHand(ledger, auditor);
    const stopped = await pair.run();
    expect(stopped.writes).toEqual([]);
    expect(errorsOf(stopped)).toEqual([
      expect.stringMatching(
        new RegExp(
          `^connections\\[0\\]: expected one peering .* found pcx-\\w+ and pcx-\\w+;`,
        ),
      ),
    ]);
    await ledger.client.createTags({
      Resources: [other],
      Tags: [{ Key: 'scalardl-on-eks:peering', Value: 'auditor-ledger' }],
    });
    const run = await pair.run();
    expect(errorsOf(run)).toEqual([]);
    expect(JSON.parse(run.outputs.peerings ?? '')).toEqual({
      'auditor-ledger': { id: other, status: 'active' },
    });
    expect(one).not.toBe(other);
  });

  it('replaces its own blackholes after somebody deleted the peering', async () => {
    const { auditor } = pair;
    const first = await pair.run();
    const before = await pair.dump();
    const { id } = JSON.parse(first.outputs.peerings ?? '')['auditor-ledger'];
    await deleteByHand(auditor, id);
    expect((await pair.dump()).routes['auditor private 0']?.join()).toContain(
      'blackhole',
    );
    expect(errorsOf(await pair.run())).toEqual([]);
    const after = await pair.dump();
    expect(withoutTags(after.routes)).toEqual(withoutTags(before.routes));
    expect(after.rules).toEqual(before.rules);
    expect((await pair.run()).writes).toEqual([]);
  });

  it('says who turned its request down', async () => {
    const apart = await bed().pair({ crossAccount: true });
    const { client } = apart.ledger;
    const requester = runHalf(apart, 'requester');
    for (let rejected = false; !rejected;) {
      const { VpcPeeringConnections = [] } =
        await client.describeVpcPeeringConnections({
          Filters: [{ Name: 'status-code', Values: ['pending-acceptance'] }],
        });
      const [peering] = VpcPeeringConnections;
      rejected = peering !== undefined;
      if (peering) {
        await client.rejectVpcPeeringConnection({
          VpcPeeringConnectionId: present(peering.VpcPeeringConnectionId),
        });
      }
    }
    expect(errorsOf(await requester)).toEqual([
      expect.stringMatching(
        /^connections\[0\]: the request pcx-\w+ is rejected \(.*\); ask the owner of ledger, and run this again\.$/,
      ),
    ]);
  });

  it('removes what is left where a cluster is gone already', async () => {
    const empty = await pair.dump();
    await pair.run();
    const gone = { state: 'absent', networks: withoutAuditor(pair) };
    const plan = await pair.run({ inputs: { ...gone, mode: 'plan' } });
    expect(plan.writes).toEqual([]);
    const run = await pair.run({ inputs: gone });
    expect(errorsOf(run)).toEqual([]);
    expect(warningsOf(run)).toEqual([
      expect.stringMatching(
        /^networks\[0\]: expected the cluster no-such-cluster in eu-west-1, found none; .* Nothing was removed there\.$/,
      ),
    ]);
    const { peerings, routes, rules } = await pair.dump();
    expect(peerings).toEqual([]);
    expect(routes['ledger private 0']).toEqual(
      empty.routes['ledger private 0'],
    );
    expect(rules['ledger group']).toEqual(empty.rules['ledger group']);
    await undo();
    expect(await pair.dump()).toEqual(empty);
  });

  it('removes its own blackholes, too', async () => {
    const { auditor } = pair;
    const empty = await pair.dump();
    const { outputs } = await pair.run();
    await deleteByHand(
      auditor,
      JSON.parse(outputs.peerings ?? '')['auditor-ledger'].id,
    );
    await undo();
    expect(await pair.dump()).toEqual(empty);
  });
});

function withoutTags(routes: Record<string, string[]>) {
  return Object.fromEntries(
    Object.entries(routes).map(([table, lines]) => [
      table,
      lines.filter(line => !line.startsWith('tags')),
    ]),
  );
}

function withoutAuditor({ auditor, ledger }: Pair): string {
  return JSON.stringify([
    { ...networkEntry(auditor), cluster: 'no-such-cluster' },
    networkEntry(ledger),
  ]);
}
