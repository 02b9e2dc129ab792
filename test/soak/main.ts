import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Journal } from './journal';
import { LISTS } from './lists';
import { type SoakOptions, chosen, readOptions } from './options';
import { countOutcomes, type Outcome } from './outcome';
import { resultTable } from './resultTable';
import { runCases } from './runCases';
import type { SoakCase } from './soakCase';
import { inNewWorld } from './world';

const RESULT = join(__dirname, 'RESULT.md');

/** `npm run test:soak -- [PATTERN…] [--from NAME] [--resume] [--write] [--list] [--worlds N]` */
async function main(args: readonly string[]): Promise<void> {
  const options = readOptions(args);
  try {
    const known = await allCases();
    const cases = chosen(known, options);
    if (options.list) {
      say(cases.map(({ name }) => name).join('\n'));
      return;
    }
    const keep = async (outcomesSoFar: readonly Outcome[]) => {
      if (!options.write) return;
      await writeFile(RESULT, resultTable(outcomesSoFar, known.length));
    };
    const outcomes = await run(cases, options, keep);
    // Also where every case was known from before.
    await keep(outcomes);
    say(countOutcomes(outcomes));
    if (outcomes.some(({ verdict }) => verdict === 'failed')) {
      process.exitCode = 1;
    }
  } finally {
    for (const list of LISTS) await list.end();
  }
}

async function allCases(): Promise<SoakCase[]> {
  const cases: SoakCase[] = [];
  for (const list of LISTS) {
    say(`Finding out the cases of ${list.name} …`);
    cases.push(...(await list.cases(inNewWorld)));
  }
  return cases;
}

async function run(
  cases: readonly SoakCase[],
  options: SoakOptions,
  keep: (outcomesSoFar: readonly Outcome[]) => Promise<void>,
): Promise<Outcome[]> {
  const journal = new Journal();
  if (!options.resume) await journal.clear();
  const before = await journal.read();
  const outcomes = new Map(
    [...before].filter(([, { verdict }]) => verdict !== 'failed'),
  );
  const due = cases.filter(({ name }) => !outcomes.has(name));
  // Each bed hands on what it says.
  process.stderr.setMaxListeners(options.worlds + 10);
  const inOrder = () => cases.flatMap(({ name }) => outcomes.get(name) ?? []);
  let ended = cases.length - due.length;
  await runCases(due, {
    worlds: options.worlds,
    inNewWorld,
    async ended(outcome) {
      ended += 1;
      outcomes.set(outcome.name, outcome);
      await journal.add(outcome);
      await keep(inOrder());
      say(`[${ended}/${cases.length}] ${lineOf(outcome)}`);
    },
  });
  return inOrder();
}

function lineOf({ name, verdict, seconds, detail }: Outcome): string {
  return `${verdict} ${name} in ${Math.round(seconds)} s${detail ? `: ${detail}` : ''}`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exitCode = 1;
});
