import { setTimeout as sleep } from 'node:timers/promises';
import { halfInputs, runHalf } from './halves.ts';
import { onBed } from './onBed.ts';
import type { Pair } from './pair.ts';
import { errorsOf } from './told.ts';

onBed('create-peering, waiting for the other half', bed => {
  async function requested({ ledger }: Pair): Promise<void> {
    for (;;) {
      const { VpcPeeringConnections = [] } =
        await ledger.client.describeVpcPeeringConnections({});
      if (VpcPeeringConnections.length > 0) return;
      await sleep(50);
    }
  }

  it('fails when it has not come in time, and has done its own by then', async () => {
    const pair = await bed().pair({ crossAccount: true });
    const alone = await runHalf(pair, 'requester', {
      networks: JSON.stringify([
        {
          name: 'auditor',
          region: pair.auditor.place.region,
          cluster: 'auditor',
          profile: 'auditor',
        },
        {
          name: 'ledger',
          region: pair.ledger.place.region,
          account: pair.ledger.place.account,
          vpcId: pair.ledger.vpcId,
          ranges: ['10.1.0.0/20'],
        },
      ]),
    });
    expect(errorsOf(alone)).toEqual([
      expect.stringMatching(
        /^The time is over \(timeout: 1 minute\) while waiting for ledger to accept pcx-\w+ of auditor-ledger; its status is pending-acceptance\.$/,
      ),
    ]);
    expect(alone.exitCode).toBe(1);
    expect(JSON.parse(alone.outputs.pending ?? '')).toEqual([
      expect.objectContaining({
        connection: 'auditor-ledger',
        waitsFor: 'ledger',
      }),
    ]);
    const { rules } = await pair.dump();
    expect(rules['auditor group']?.join()).toContain(
      'tcp 40051-40051 from 10.1.0.0/20',
    );
  });

  it('ends when it is cancelled, and goes on in the next run', async () => {
    const pair = await bed().pair({ crossAccount: true });
    const started = Date.now();
    const cancelled = await pair.run({
      inputs: halfInputs(pair, 'requester'),
      interruption: { when: requested(pair), signal: 'SIGINT' },
    });
    expect(errorsOf(cancelled)).toEqual(['The run was cancelled.']);
    expect(Date.now() - started).toBeLessThan(50_000);
    const runs = await Promise.all([
      runHalf(pair, 'requester'),
      runHalf(pair, 'accepter'),
    ]);
    expect(runs.map(errorsOf)).toEqual([[], []]);
  });

  it('takes no request of a stranger', async () => {
    const [pair, stranger] = await Promise.all([
      bed().pair({ crossAccount: true }),
      bed().pair({ crossAccount: true }),
    ]);
    await stranger.auditor.client.createVpcPeeringConnection({
      VpcId: stranger.auditor.vpcId,
      PeerVpcId: pair.ledger.vpcId,
      PeerOwnerId: pair.ledger.place.account,
      PeerRegion: pair.ledger.place.region,
    });
    await requested(pair);
    const plan = await runHalf(pair, 'accepter', { mode: 'plan' });
    expect(errorsOf(plan)).toEqual([]);
    expect(JSON.parse(plan.outputs.peerings ?? '')).toEqual({
      'auditor-ledger': { status: 'pending' },
    });
  });
});
