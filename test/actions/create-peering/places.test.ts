import { onBed } from './onBed.ts';
import type { Pair } from './pair.ts';
import { errorsOf } from './told.ts';

onBed('create-peering, by other names than a cluster', bed => {
  it('finds VPCs by id and by tags', async () => {
    const pair = await bed().pair();
    const networks = listOf(pair, {
      auditor: { vpcId: pair.auditor.vpcId },
      ledger: { tags: { Name: 'ledger' } },
    });
    expect(errorsOf(await pair.run({ inputs: { networks } }))).toEqual([]);
    const { routes, rules } = await pair.dump();
    // No cluster, so every subnet counts, the public ones as well.
    expect(routes['auditor public']).toContain(
      '10.1.0.0/20 → peering auditor→ledger active',
    );
    expect(rules['ledger group']?.join()).toContain('tcp 50052-50052');
  });

  it('stops at tags that several VPCs carry', async () => {
    const pair = await bed().pair({
      others: [{ name: 'ledger', cidr: '10.9.0.0/20' }],
    });
    const networks = listOf(pair, {
      auditor: { vpcId: pair.auditor.vpcId },
      ledger: { tags: { Name: 'ledger' } },
    });
    const run = await pair.run({ inputs: { networks } });
    expect(run.writes).toEqual([]);
    expect(errorsOf(run)).toEqual([
      expect.stringMatching(
        /^networks\[1\]\.tags: expected tags that exactly one VPC carries, found vpc-\w+, vpc-\w+; add a tag or give vpcId\.$/,
      ),
    ]);
  });

  it('asks for the security groups of a VPC that is no cluster', async () => {
    const pair = await bed().pair();
    const networks = listOf(pair, {
      auditor: { vpcId: pair.auditor.vpcId, securityGroups: undefined },
      ledger: { vpcId: pair.ledger.vpcId },
    });
    const run = await pair.run({ inputs: { networks } });
    expect(run.writes).toEqual([]);
    expect(errorsOf(run)).toEqual([
      expect.stringMatching(
        /^networks\[0\]\.securityGroups: expected the security groups that carry the traffic of auditor-ledger/,
      ),
    ]);
  });

  it('takes on a role in the other account', async () => {
    const pair = await bed().pair({ crossAccount: true });
    const { account } = pair.ledger.place;
    const networks = listOf(pair, {
      auditor: { cluster: 'auditor' },
      ledger: {
        cluster: 'ledger',
        account,
        profile: 'auditor',
        roleArn: `arn:aws:iam::${account}:role/peering`,
      },
    });
    expect(errorsOf(await pair.run({ inputs: { networks } }))).toEqual([]);
    const { routes } = await pair.dump();
    expect(routes['ledger private 1']).toContain(
      '10.1.16.0/20 → peering auditor→ledger active',
    );
  });
});

function listOf(
  { auditor, ledger }: Pair,
  more: { auditor: object; ledger: object },
): string {
  return JSON.stringify(
    Object.entries({ auditor, ledger }).map(([name, network]) => ({
      name,
      region: network.place.region,
      profile: name,
      securityGroups: [network.group],
      ...more[name as 'auditor' | 'ledger'],
    })),
  );
}
