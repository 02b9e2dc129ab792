import parse from 'shell-quote/parse.js';
import type { Location } from '../../report/report';
import { isScalar, recordOf } from '../plain/plain';
import type { Job } from './workflow';

/** One command of a `run` step. */
export interface Command {
  job: Job;
  /** The program and its arguments; `undefined` for a word that is only known when the workflow runs. */
  words: readonly (string | undefined)[];
  location: Location;
}

/** Every command of the job's `run` steps, with the variables filled in that the workflow itself sets. */
export function commandsOf(job: Job): Command[] {
  return job.steps.flatMap(step => {
    const text = job.get('steps', step, 'run');
    if (typeof text !== 'string') return [];
    const variables = variablesOf(job, step);
    return logicalLines(text).flatMap(({ content, index }) =>
      splitCommands(content, variables).map(words => ({
        job,
        words,
        location: job.workflow.locateLine(
          index,
          'jobs',
          job.name,
          'steps',
          step,
          'run',
        ),
      })),
    );
  });
}

/** The value of a variable for every step of the job, the job's own before the workflow's. */
export function variableOf(job: Job, name: string): string | undefined {
  return variablesOf(job, -1)[name];
}

type Variables = Readonly<Record<string, string | undefined>>;

/** Variables whose value is written out; an expression is only known when the workflow runs. */
function variablesOf(job: Job, step: number): Variables {
  const all = {
    ...recordOf(job.workflow.get('env')),
    ...recordOf(job.get('env')),
    ...recordOf(job.get('steps', step, 'env')),
  };
  return Object.fromEntries(
    Object.entries(all)
      .filter(([, value]) => isScalar(value) && !String(value).includes('${{'))
      .map(([name, value]) => [name, String(value)]),
  );
}

/** Lines that end in a backslash go on in the next one. */
function logicalLines(text: string): { content: string; index: number }[] {
  const lines: { content: string; index: number; open: boolean }[] = [];
  text.split('\n').forEach((raw, index) => {
    const open = raw.endsWith('\\');
    const content = open ? raw.slice(0, -1) : raw;
    const last = lines.at(-1);
    if (last?.open) {
      lines[lines.length - 1] = {
        content: `${last.content} ${content.trim()}`,
        index: last.index,
        open,
      };
    } else lines.push({ content, index, open });
  });
  return lines;
}

const EXPRESSION = 'GITHUB_EXPRESSION';

/** A longer line is only split at its blanks, so that no hostile one keeps the parser busy. */
const LONGEST_LINE = 10_000;

function splitCommands(
  line: string,
  variables: Variables,
): (string | undefined)[][] {
  const commands: (string | undefined)[][] = [[]];
  for (const entry of parseLine(line, variables)) {
    if (typeof entry === 'string') commands.at(-1)?.push(entry);
    else if ('unknown' in entry) commands.at(-1)?.push(undefined);
    else if ('pattern' in entry) commands.at(-1)?.push(entry.pattern);
    else if ('op' in entry) commands.push([]);
  }
  return commands.filter(words => words.length > 0);
}

function parseLine(line: string, variables: Variables) {
  if (line.length > LONGEST_LINE) return plainWords(line);
  try {
    return parse<{ unknown: string }>(
      line.replace(/\$\{\{.*?\}\}/g, `$${EXPRESSION}`),
      name => variables[name] ?? { unknown: name },
    );
  } catch {
    // A substitution that the parser does not follow.
    return plainWords(line);
  }
}

/** Words without any rule of the shell: they still tell which program runs. */
function plainWords(line: string): (string | { unknown: string })[] {
  return line
    .split(/\s+/)
    .map(word => (word.includes('$') ? { unknown: word } : word));
}
