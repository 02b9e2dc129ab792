import type { Effect } from '../../testbed/fault.ts';
import { onBed } from './onBed.ts';
import type { Pair } from './pair.ts';
import { errorsOf } from './told.ts';

const TROUBLES: { trouble: string; effect: Effect }[] = [
  { trouble: 'is throttled', effect: { kind: 'throttle' } },
  { trouble: 'fails in the server', effect: { kind: 'internal' } },
  { trouble: 'gets no answer', effect: { kind: 'disconnect' } },
];

onBed('create-peering on an AWS with troubles', bed => {
  /** The world and the operations of a run without troubles. */
  async function undisturbed() {
    const pair = await bed().pair();
    const run = await pair.run();
    const operations = [...new Set(run.calls.map(call => call.operation))];
    return { world: await pair.dump(), operations };
  }

  it.each(TROUBLES)(
    'ends in the same world where the first call of every operation $trouble',
    async ({ effect }) => {
      const { world, operations } = await undisturbed();
      const pair = await bed().pair();
      const { account } = pair.auditor.place;
      const faults = await Promise.all(
        operations.map(operation =>
          bed().testbed.inject({
            match: { account, operation },
            times: 1,
            effect,
          }),
        ),
      );
      const run = await pair.run();
      expect(errorsOf(run)).toEqual([]);
      expect(await Promise.all(faults.map(fault => fault.hits()))).toEqual(
        faults.map(() => 1),
      );
      expect(await pair.dump()).toEqual(world);
      expect((await pair.run()).writes).toEqual([]);
    },
  );

  it('requests one peering only where the answer to the request is lost', async () => {
    const { world } = await undisturbed();
    const pair = await bed().pair();
    const { account } = pair.auditor.place;
    const lost = await bed().testbed.crash({
      account,
      operation: 'CreateVpcPeeringConnection',
    });
    void lost.hit.then(() => lost.remove());
    const run = await pair.run();
    expect(errorsOf(run)).toEqual([]);
    expect(await peeringsOf(pair)).toBe(1);
    expect(await pair.dump()).toEqual(world);
  });

  it('waits for what it made itself to become known', async () => {
    const { testbed } = bed();
    const { world } = await undisturbed();
    const pair = await bed().pair();
    await testbed.settings({ consistencyMilliseconds: 1_000 });
    try {
      const run = await pair.run();
      expect(errorsOf(run)).toEqual([]);
    } finally {
      await testbed.settings({ consistencyMilliseconds: 0 });
    }
    expect(await peeringsOf(pair)).toBe(1);
    expect(await pair.dump()).toEqual(world);
  });

  it('meets another run of its own at the same peering', async () => {
    const { world } = await undisturbed();
    const pair = await bed().pair();
    const runs = await Promise.all([pair.run(), pair.run()]);
    expect(runs.map(errorsOf)).toEqual([[], []]);
    expect(await peeringsOf(pair)).toBe(1);
    expect(await pair.dump()).toEqual(world);
  });
});

/** Peerings of the pair, whatever became of them. */
async function peeringsOf({ auditor }: Pair): Promise<number> {
  const { VpcPeeringConnections = [] } =
    await auditor.client.describeVpcPeeringConnections({});
  return VpcPeeringConnections.length;
}
