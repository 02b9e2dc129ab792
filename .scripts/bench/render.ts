import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  type Environment,
  formatProblem,
  parseEnvironment,
} from '@scalardl-on-eks/plugin-scalardl-common';
import { renderEnvironment } from '@scalardl-on-eks/plugin-scalardl-node';
import { type Figure, median, time } from './figure';

const EXAMPLE = resolve(
  __dirname,
  '../../test/golden/environments/payments.yaml',
);

/** From the text of an environment file to every file of its repository. */
function parseAndRender(source: string): number {
  const parsed = parseEnvironment(source);
  if (!parsed.ok)
    throw new Error(parsed.problems.map(formatProblem).join('\n'));
  const { environment }: { environment: Environment } = parsed;
  return renderEnvironment({ environment, source }).length;
}

/** The example under another name, so that no result can be remembered from the last one. */
function numbered(source: string, index: number): string {
  return source.replace(/^ {2}name: .*$/m, `  name: environment-${index}`);
}

function timeMany(source: string, count: number): number {
  return time(() => {
    for (let index = 0; index < count; index += 1) {
      parseAndRender(numbered(source, index));
    }
  });
}

/** One environment, a thousand, and whether a thousand cost ten times what a hundred do. */
export function measureRendering(): Figure[] {
  const source = readFileSync(EXAMPLE, 'utf8');
  const files = parseAndRender(source);
  timeMany(source, 100);
  const one = median(
    Array.from({ length: 51 }, () => time(() => parseAndRender(source))),
  );
  const hundred = median([1, 2, 3].map(() => timeMany(source, 100)));
  const thousand = timeMany(source, 1000);
  return [
    { name: 'render-one-files', value: files, unit: 'files' },
    { name: 'render-one', value: one, unit: 'ms', goal: 50 },
    { name: 'render-thousand', value: thousand, unit: 'ms' },
    {
      name: 'render-thousand-over-ten-hundreds',
      value: thousand / (hundred * 10),
      unit: 'ratio',
      goal: 1.2,
    },
  ];
}
