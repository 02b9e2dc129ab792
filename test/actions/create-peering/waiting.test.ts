import { setTimeout as sleep } from 'node:timers/promises';
import { runHalf } from './halves.ts';
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

  it('ends when it is cancelled, and goes on in the next run', async () => {
    const pair = await bed().pair({ crossAccount: true });
    const started = Date.now();
    const cancelled = await runHalf(pair, 'requester', {
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
    const plan = await runHalf(pair, 'accepter', {
      inputs: { mode: 'plan' },
    });
    expect(errorsOf(plan)).toEqual([]);
    expect(JSON.parse(plan.outputs.peerings ?? '')).toEqual({
      'auditor-ledger': { status: 'pending' },
    });
  });
});
