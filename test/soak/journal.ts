import { appendFile, mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { cacheDirectory } from '../../.scripts/setup/cache.mjs';
import type { Outcome } from './outcome';

/** Remembers outcomes as they come, so that a run of hours can be taken up again. */
export class Journal {
  private readonly file: string;

  constructor(file = join(cacheDirectory('soak'), 'outcomes.jsonl')) {
    this.file = file;
  }

  /** The last outcome of each case, by name. */
  async read(): Promise<Map<string, Outcome>> {
    const text = await readFile(this.file, 'utf8').catch(() => '');
    const outcomes = text
      .split('\n')
      .filter(Boolean)
      .map(line => JSON.parse(line) as Outcome);
    return new Map(outcomes.map(outcome => [outcome.name, outcome]));
  }

  async add(outcome: Outcome): Promise<void> {
    await mkdir(dirname(this.file), { recursive: true });
    await appendFile(this.file, `${JSON.stringify(outcome)}\n`);
  }

  async clear(): Promise<void> {
    await rm(this.file, { force: true });
  }
}
