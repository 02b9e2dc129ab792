import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Journal } from './journal';
import { chosen, readOptions } from './options';
import { countOutcomes, type Outcome } from './outcome';
import { resultTable } from './resultTable';
import { runCases } from './runCases';
import type { SoakCase, SoakWorld } from './soakCase';

const CASES: SoakCase[] = [
  { name: 'a/good', run: async () => undefined },
  { name: 'a/absent', run: async () => ({ skipped: 'there is no such call' }) },
  {
    name: 'b/bad',
    run: async () => {
      throw new Error('expected a | route,\nreceived none');
    },
  },
];

async function outcomesOf(cases: readonly SoakCase[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  await runCases(cases, {
    worlds: 2,
    inNewWorld: run => run({} as SoakWorld),
    ended: async outcome => void outcomes.push(outcome),
  });
  return outcomes;
}

describe('the soak test', () => {
  it('tells passed, skipped and failed cases apart', async () => {
    const outcomes = await outcomesOf(CASES);
    expect(countOutcomes(outcomes)).toBe('1 passed, 1 failed, 1 skipped');
    expect(outcomes).toContainEqual(
      expect.objectContaining({
        name: 'b/bad',
        verdict: 'failed',
        detail: 'expected a | route,\nreceived none',
      }),
    );
  });

  it('runs no more cases at a time than it was told', async () => {
    let running = 0;
    let most = 0;
    const cases = Array.from({ length: 6 }, (_, index): SoakCase => ({
      name: String(index),
      run: async () => {
        running += 1;
        most = Math.max(most, running);
        await new Promise(resolve => setImmediate(resolve));
        running -= 1;
        return undefined;
      },
    }));
    expect(await outcomesOf(cases)).toHaveLength(6);
    expect(most).toBe(2);
  });

  it('chooses by text and by first name', () => {
    const names = (args: string[]) =>
      chosen(CASES, readOptions(args)).map(({ name }) => name);
    expect(names([])).toEqual(['a/good', 'a/absent', 'b/bad']);
    expect(names(['a/', '--from', 'a/absent'])).toEqual(['a/absent']);
    expect(() => names(['--from', 'c'])).toThrow(
      '--from: expected the name of a case, received "c"',
    );
    expect(() => names(['--worlds', '0'])).toThrow('--worlds');
  });

  it('remembers the last outcome of every case', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'scalardl-on-eks-journal-'));
    try {
      const journal = new Journal(join(folder, 'deep', 'outcomes.jsonl'));
      const outcome: Outcome = {
        name: 'a',
        verdict: 'failed',
        seconds: 1,
        at: '',
      };
      await journal.add(outcome);
      await journal.add({ ...outcome, verdict: 'passed' });
      expect([...(await journal.read()).values()]).toEqual([
        { ...outcome, verdict: 'passed' },
      ]);
      await journal.clear();
      expect((await journal.read()).size).toBe(0);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('writes a table that no detail can break', async () => {
    const table = resultTable(await outcomesOf(CASES), {
      day: '2026-11-27',
      known: 5,
    });
    expect(table).toContain(
      '2026-11-27, 3 of 5 cases: 1 passed, 1 failed, 1 skipped.',
    );
    expect(table).toMatch(
      /^\| `b\/bad` \| failed \| 0 s \| expected a \\\| route,<br>received none \|$/m,
    );
  });
});
