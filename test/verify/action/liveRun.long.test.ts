import {
  type BuiltAction,
  type Interruption,
  buildAction,
} from '@scalardl-on-eks/action-toolkit/testing';
import {
  type Report,
  reportSchema,
} from '@scalardl-on-eks/plugin-scalardl-common';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onWorld } from '../truth/onWorld.ts';
import { until } from '../world/waiting.ts';
import { writeReadProfiles } from './readProfiles.ts';

/** A call that nothing but the guidelines about gateways has to wait for. */
const HELD = { service: 'ec2', operation: 'DescribeNatGateways', write: false };

onWorld('the built action, live', ready => {
  let action: BuiltAction;
  let directory: string;

  beforeAll(async () => {
    action = await buildAction('verify-guidelines');
  });
  afterAll(() => action.remove());

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'scalardl-live-run-'));
  });
  afterEach(() => rm(directory, { recursive: true }));

  /** Signs in to a profile a side, as the generated workflow does. */
  async function run(
    inputs: Record<string, string> = {},
    interruption?: Interruption,
  ) {
    const { world } = ready();
    const credentials = join(directory, 'credentials');
    await writeReadProfiles(world, credentials);
    await writeFile(join(directory, 'scalardl.yaml'), world.environment);
    return action.asStep({
      directory,
      inputs: {
        stage: 'live',
        'ledger-profile': 'ledger',
        'auditor-profile': 'auditor',
        ...inputs,
      },
      env: {
        AWS_ENDPOINT_URL: world.testbed.url,
        AWS_SHARED_CREDENTIALS_FILE: credentials,
      },
      today: true,
      interruption,
    });
  }

  async function readReport(): Promise<Report> {
    const text = await readFile(
      join(directory, 'scalardl-report.json'),
      'utf8',
    );
    return reportSchema.parse(JSON.parse(text));
  }

  const unread = ({ results }: Report) =>
    results.filter(({ verdict }) => verdict === 'unknown');

  const hasPassed = ({ results }: Report) =>
    results.some(({ verdict }) => verdict === 'pass');

  it('passes a healthy world and writes nothing to it', async () => {
    const { testbed } = ready().world;
    const before = (await testbed.calls()).at(-1)?.sequence ?? 0;
    const step = await run({ 'fail-on': 'derived' });
    expect([step.exitCode, step.stderr]).toEqual([0, '']);
    expect(step.outputs.verdict).toBe('pass');
    expect(step.summary).toContain('## ScalarDL guidelines: pass');
    expect(step.summary).toContain('flowchart LR');
    const report = await readReport();
    expect(report.complete).toBe(true);
    expect(report.results.length).toBeGreaterThan(100);
    const writes = await testbed.writes(before);
    expect(
      writes.filter(({ operation }) => operation !== 'AssumeRole'),
    ).toEqual([]);
  });

  it('leaves a report that is not complete where it is killed half-way', async () => {
    const crash = await ready().world.testbed.crash(HELD);
    // What else there is comes meanwhile, and is written to the draft.
    const when = crash.hit.then(() => until(readReport, hasPassed));
    const step = await run({}, { when, signal: 'SIGKILL' });
    await crash.remove();
    expect(step.exitCode).not.toBe(0);
    const report = await readReport();
    expect(report.complete).toBe(false);
    expect(unread(report).length).toBeGreaterThan(0);
    expect(hasPassed(report)).toBe(true);
    expect(
      report.results.find(({ guideline }) => guideline === 'images-reachable'),
    ).toMatchObject({ verdict: 'unknown' });
  });

  it('ends by its timeout, says what was not read, and fails whatever fail-on is', async () => {
    const crash = await ready().world.testbed.crash(HELD);
    const step = await run({ timeout: '0.3', 'fail-on': 'never' });
    await crash.remove();
    expect(step.exitCode).toBe(1);
    expect(step.commands.at(-1)?.message).toMatch(
      /^The run ended before everything was read/,
    );
    const report = await readReport();
    expect(report.complete).toBe(false);
    expect(step.summary).toContain('The run ended before everything was read');
    expect(report.results.some(({ verdict }) => verdict === 'pass')).toBe(true);
    const reasons = unread(report).map(({ reason }) => reason ?? '');
    expect(reasons.join('\n')).toContain('was not read before the run ended');
  });

  it('reads again what a cut connection kept from it', async () => {
    const cut = await ready().world.testbed.inject({
      match: HELD,
      effect: { kind: 'disconnect' },
      times: 2,
    });
    const step = await run();
    expect(await cut.hits()).toBe(2);
    await cut.remove();
    expect([step.exitCode, (await readReport()).complete]).toEqual([0, true]);
  });

  it('fails with an incomplete report where the connection is always cut', async () => {
    const cut = await ready().world.testbed.inject({
      match: HELD,
      effect: { kind: 'disconnect' },
    });
    const step = await run({ timeout: '0.3', 'fail-on': 'never' });
    await cut.remove();
    expect(step.exitCode).toBe(1);
    const report = await readReport();
    expect(report.complete).toBe(false);
    expect(
      report.results.find(({ guideline }) => guideline === 'images-reachable'),
    ).toMatchObject({ verdict: 'unknown' });
    expect(report.results.some(({ verdict }) => verdict === 'pass')).toBe(true);
  });
});
