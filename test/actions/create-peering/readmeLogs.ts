import type { StepEnded } from '@scalardl-on-eks/action-toolkit/testing';
import { readFileSync, writeFileSync } from 'node:fs';
import { README } from './policy.ts';

const PART = /(?<=## A run\n\n)[\s\S]*(?=## Inputs and outputs)/;

const INTRODUCTION = `Of two clusters' networks, \`auditor\` and \`ledger\`, that are connected in both directions by two ports each: the log of the
first run, and of one more. Tests record them; ids are cut.`;

/** A step's log without the runner's commands, and with the beginnings of ids only. */
export function logOf({ stdout }: Pick<StepEnded, 'stdout'>): string {
  return stdout
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('::'))
    .map(line => line.replace(/\b(pcx|rtb|sg)-[0-9a-f]+/g, '$1-…'))
    .join('\n');
}

/** The logs of the README's first and second run; with `UPDATE_EXPECTED=1` these are written first. */
export function readmeLogs(shown: readonly string[]): string[] {
  const text = readFileSync(README, 'utf8');
  if (process.env.UPDATE_EXPECTED === '1') {
    const [first = '', second = ''] = shown;
    const part = `${INTRODUCTION}\n\n${fenced(first)}\n${fenced(second)}\n`;
    writeFileSync(
      README,
      text.replace(PART, () => part),
    );
    return [...shown];
  }
  const blocks = PART.exec(text)?.[0].matchAll(/```text\n([\s\S]*?)\n```/g);
  return Array.from(blocks ?? [], ([, log = '']) => log);
}

function fenced(log: string): string {
  return `\`\`\`text\n${log}\n\`\`\`\n`;
}
