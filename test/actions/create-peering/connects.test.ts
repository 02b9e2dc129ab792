import { logOf, readmeLogs } from './readmeLogs.ts';
import { runHalves } from './halves.ts';
import { onBed } from './onBed.ts';
import type { Pair, PairRun } from './pair.ts';

const PLACES = [
  { where: 'in one account and region', wish: {} },
  { where: 'across accounts', wish: { crossAccount: true } },
  { where: 'across regions', wish: { crossRegion: true } },
  {
    where: 'across accounts and regions',
    wish: { crossAccount: true, crossRegion: true },
  },
];

/** Routes and rules that both networks must have, whatever the places. */
function expectConnected(world: Awaited<ReturnType<Pair['dump']>>) {
  for (const zone of [0, 1, 2]) {
    expect(world.routes[`auditor private ${zone}`]).toContain(
      '10.1.0.0/20 → peering auditor→ledger active',
    );
    expect(world.routes[`ledger private ${zone}`]).toContain(
      '10.1.16.0/20 → peering auditor→ledger active',
    );
  }
  expect(portsOf(world.rules['ledger group'])).toEqual([
    'tcp 50051-50051 from 10.1.16.0/20',
    'tcp 50052-50052 from 10.1.16.0/20',
  ]);
  expect(portsOf(world.rules['auditor group'])).toEqual([
    'tcp 40051-40051 from 10.1.0.0/20',
    'tcp 40052-40052 from 10.1.0.0/20',
  ]);
}

function portsOf(rules: readonly string[] = []): string[] {
  return rules
    .filter(rule => rule.startsWith('tcp'))
    .map(rule => rule.replace(/ ".*/, ''));
}

function succeeded(run: PairRun): PairRun {
  expect(run.stdout + run.stderr).not.toContain('::error');
  expect(run.exitCode).toBe(0);
  return run;
}

onBed('create-peering', bed => {
  describe.each(PLACES)('$where', ({ wish }) => {
    it('plans without a write, connects, and then has nothing to do', async () => {
      const pair = await bed().pair(wish);
      const before = await pair.dump();
      const plan = succeeded(await pair.run({ inputs: { mode: 'plan' } }));
      expect(plan.writes).toEqual([]);
      expect(await pair.dump()).toEqual(before);

      const first = succeeded(await pair.run());
      const world = await pair.dump();
      expectConnected(world);
      expect(world).toMatchSnapshot();
      expect(first.outputs.changed).toBe('true');
      expect(first.summary).toContain('|"50051, 50052"|');
      expect(first.summary.match(/create route/g)).toHaveLength(6);
      expect(kinds(first)).toEqual(kinds(plan));

      const second = succeeded(await pair.run());
      expect(second.writes).toEqual([]);
      expect(second.outputs.changed).toBe('false');
      expect(await pair.dump()).toEqual(world);

      const removed = succeeded(
        await pair.run({ inputs: { state: 'absent' } }),
      );
      expect(removed.outputs.changed).toBe('true');
      expect(await pair.dump()).toEqual(before);
      const again = succeeded(await pair.run({ inputs: { state: 'absent' } }));
      expect(again.writes).toEqual([]);
    });
  });

  it('prints what its README shows', async () => {
    const pair = await bed().pair();
    const shown = [await pair.run(), await pair.run()].map(logOf);
    expect(sorted(readmeLogs(shown))).toEqual(sorted(shown));
  });

  it('is made by two halves at once, each with its own credentials only', async () => {
    const [pair, whole] = await Promise.all([
      bed().pair({ crossAccount: true }),
      bed().pair({ crossAccount: true }),
    ]);
    succeeded(await whole.run());
    const halves = await runHalves(pair);
    halves.forEach(succeeded);
    expect(await pair.dump()).toEqual(await whole.dump());
    const again = await runHalves(pair);
    again.forEach(run => expect(succeeded(run).writes).toEqual([]));
  });
});

function kinds({ outputs }: PairRun): string[] {
  const changes = JSON.parse(outputs.plan ?? '[]') as {
    action: string;
    kind: string;
    network: string;
  }[];
  return changes
    .map(({ action, kind, network }) => `${network} ${action} ${kind}`)
    .sort();
}

/** What is done at once is told in any order. */
function sorted(logs: readonly string[]): string[][] {
  return logs.map(log => log.split('\n').sort());
}
