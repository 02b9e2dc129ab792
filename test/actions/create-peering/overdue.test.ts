import { runHalf } from './halves.ts';
import { onBed } from './onBed.ts';
import { type Pair, type PairRun, networkEntry } from './pair.ts';
import { startSilentHost } from './silentHost.ts';
import { errorsOf } from './told.ts';

/** The timeout of the runs, and what a process needs to start and to end beside much other work; milliseconds. */
const WITHIN = 60_000 + 20_000;

const NO_ANSWER =
  /^\w+:\w+ .*failed with the credentials of networks\[\d\] \(profile (?:auditor|ledger), eu-west-1\): DeadlineError: The time is over \(timeout: 1 minute\)\. No answer came: check the region, AWS_ENDPOINT_URL and the network of the runner\.$/;

onBed('create-peering when its time is over', bed => {
  /** A run, and how long it took. */
  interface Overdue {
    pair: Pair;
    run: PairRun;
    milliseconds: number;
  }

  async function time(
    pair: Pair,
    start: () => Promise<PairRun>,
  ): Promise<Overdue> {
    const started = Date.now();
    const run = await start();
    return { pair, run, milliseconds: Date.now() - started };
  }

  /** The other half never comes. */
  async function alone(): Promise<Overdue> {
    const pair = await bed().pair({ crossAccount: true });
    const { auditor, ledger } = pair;
    const { account, region } = ledger.place;
    const networks = JSON.stringify([
      networkEntry(auditor),
      {
        name: ledger.name,
        region,
        account,
        vpcId: ledger.vpcId,
        ranges: ['10.1.0.0/20'],
      },
    ]);
    return time(pair, () =>
      runHalf(pair, 'requester', { inputs: { networks } }),
    );
  }

  /** No call is ever answered. */
  async function unanswered(): Promise<Overdue> {
    const pair = await bed().pair();
    const host = await startSilentHost();
    const env = { AWS_ENDPOINT_URL: host.url };
    const ended = await time(pair, () => pair.run({ env }));
    host.close();
    return ended;
  }

  /** Calls of one kind are not answered. */
  async function unansweredAt(operation: string): Promise<Overdue> {
    const pair = await bed().pair();
    const { account } = pair.auditor.place;
    await bed().testbed.inject({
      match: { account, operation },
      effect: { kind: 'crash', when: 'before' },
    });
    return time(pair, () => pair.run());
  }

  let overdue: Record<'alone' | 'silent' | 'halting' | 'requesting', Overdue>;

  // All of them wait for a minute, so they do that together.
  beforeAll(async () => {
    const [lonely, silent, halting, requesting] = await Promise.all([
      alone(),
      unanswered(),
      unansweredAt('DescribeRouteTables'),
      unansweredAt('CreateVpcPeeringConnection'),
    ]);
    overdue = { alone: lonely, silent, halting, requesting };
  });

  it('fails where the other half has not come, and has done its own by then', async () => {
    const { run, pair } = overdue.alone;
    expect(errorsOf(run)).toEqual([
      expect.stringMatching(
        /^The time is over \(timeout: 1 minute\) while waiting for ledger to accept pcx-\w+ of auditor-ledger; its status is pending-acceptance\.$/,
      ),
    ]);
    expect(JSON.parse(run.outputs.pending ?? '')).toEqual([
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

  it.each(['silent', 'halting'] as const)(
    'says that no answer came, and changes nothing, where AWS is %s',
    which => {
      const { run } = overdue[which];
      expect(errorsOf(run)).toEqual([expect.stringMatching(NO_ANSWER)]);
      expect(run.writes).toEqual([]);
    },
  );

  it('says that no peering came of its request', async () => {
    const { run, pair } = overdue.requesting;
    expect(errorsOf(run)).toEqual([
      'The time is over (timeout: 1 minute) while waiting for AWS to make a peering for auditor-ledger.',
    ]);
    const { peerings } = await pair.dump();
    expect(peerings).toEqual([]);
  });

  it('ends in its time, as failed', () => {
    for (const [which, { run, milliseconds }] of Object.entries(overdue)) {
      const isInTime = milliseconds < WITHIN;
      expect({ which, exitCode: run.exitCode, isInTime }).toEqual({
        which,
        exitCode: 1,
        isInTime: true,
      });
    }
  });
});
