import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Journal } from './journal';
import { digest, filesBelow } from './digest';
import { chosen, readOptions } from './options';
import { countOutcomes, type Outcome } from './outcome';
import { remember } from './remember';
import { resultTable } from './resultTable';
import { runCases } from './runCases';
import type { SoakCase, SoakWorld } from './soakCase';

const CASES: SoakCase[] = [
  { name: 'a/good', run: async () => undefined },
  { name: 'a/absent', run: async () => ({ skipped: 'there is no such call' }) },
  {
    name: 'b/bad',
    run: async () => {
      throw new Error('expected a | route,\nreceived none', {
        cause: new Error('all that was said'),
      });
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

async function inFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'scalardl-on-eks-soak-test-'));
  try {
    await use(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
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
        log: 'all that was said',
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

  it('remembers the last outcome of every case', () =>
    inFolder(async folder => {
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
    }));

  it('finds out again only what something else decides now', () =>
    inFolder(async folder => {
      const memory = (key: string) => ({
        name: 'a',
        key,
        folder: join(folder, 'deep'),
      });
      const once = await remember(memory('1'), async () => ['found']);
      const neverAsked = jest.fn<Promise<string[]>, []>();
      await expect(remember(memory('1'), neverAsked)).resolves.toEqual(once);
      expect(neverAsked).not.toHaveBeenCalled();
      await expect(
        remember(memory('2'), async () => ['changed']),
      ).resolves.toEqual(['changed']);
    }));

  it('remembers nothing of what could not be found out', () =>
    inFolder(async folder => {
      const memory = { name: 'a', key: '1', folder };
      await expect(
        remember(memory, () => Promise.reject(new Error('a bed that ended'))),
      ).rejects.toThrow('a bed that ended');
      expect(await readdir(folder)).toEqual([]);
    }));

  it('tells files apart by name and content', () =>
    inFolder(async folder => {
      await mkdir(join(folder, 'deep'));
      await writeFile(join(folder, 'deep', 'a.py'), 'one');
      await writeFile(join(folder, 'b.py'), 'two');
      await writeFile(join(folder, 'c.ts'), 'three');
      const files = await filesBelow(folder, '.py');
      expect(files.map(([name]) => name)).toEqual(['b.py', 'deep/a.py']);
      const others = [
        digest(files),
        digest([...files].reverse()),
        digest([['b.py', 'twodeep/a.pyone']]),
        digest([['a', 'bc']]),
        digest([['ab', 'c']]),
      ];
      expect(new Set(others).size).toBe(others.length);
      expect(digest(await filesBelow(folder, '.py'))).toBe(others[0]);
    }));

  it('dates a table by the days on which its cases ended', () => {
    const outcome = (at: string): Outcome => ({
      name: 'a',
      verdict: 'passed',
      seconds: 1,
      at,
    });
    const days = ['2026-11-28T01:00:00.000Z', '2026-11-27T23:00:00.000Z'];
    expect(resultTable(days.map(outcome), 2)).toContain(
      '\n2026-11-27 to 2026-11-28, 2 of 2 cases',
    );
  });

  it('writes a table that no detail can break', async () => {
    const outcomes = await outcomesOf(CASES);
    const table = resultTable(outcomes, 5);
    const today = outcomes[0]?.at.slice(0, 10);
    expect(table).toContain(
      `\n${today}, 3 of 5 cases: 1 passed, 1 failed, 1 skipped.`,
    );
    expect(table).toMatch(
      /^\| `b\/bad` \| failed \| 0 s \| expected a \\\| route,<br>received none \|$/m,
    );
  });
});
