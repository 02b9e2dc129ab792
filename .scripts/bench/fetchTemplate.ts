import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { readFileSync } from 'node:fs';
import {
  type RenderedFile,
  renderEnvironment,
} from '@scalardl-on-eks/plugin-scalardl-node';
import {
  formatProblem,
  parseEnvironment,
} from '@scalardl-on-eks/plugin-scalardl-common';
import { parse, stringify } from 'yaml';
import { startBenchBackend } from './benchBackend';
import { type Figure, median } from './figure';

const EXAMPLE = resolve(
  __dirname,
  '../../test/golden/environments/payments.yaml',
);
const RUNS = 15;
const WARM_UP_RUNS = 3;

/**
 * `scalardl:environment:render` against Backstage's own `fetch:template`, which templates as many files of the
 * same names and sizes, as steps of real tasks in one backend, taking turns.
 */
export async function measureFetchTemplate(): Promise<Figure[]> {
  const source = readFileSync(EXAMPLE, 'utf8');
  const files = rendering(source);
  const folder = await mkdtemp(join(tmpdir(), 'scalardl-on-eks-bench-'));
  try {
    const locations = await writeTemplates(folder, files);
    const backend = await startBenchBackend(locations);
    try {
      const environment: unknown = parse(source);
      const times = { render: [] as number[], fetch: [] as number[] };
      for (let run = 0; run < WARM_UP_RUNS + RUNS; run += 1) {
        const render = await backend.runStep('render', { environment });
        const fetch = await backend.runStep('fetch', { name: `run-${run}` });
        if (run < WARM_UP_RUNS) continue;
        times.render.push(render);
        times.fetch.push(fetch);
      }
      return figures(files, times);
    } finally {
      await backend.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function figures(
  files: readonly RenderedFile[],
  times: { render: readonly number[]; fetch: readonly number[] },
): Figure[] {
  const render = median(times.render);
  const fetch = median(times.fetch);
  const bytes = files.reduce((sum, { content }) => sum + content.length, 0);
  return [
    { name: 'fetch-template-files', value: files.length, unit: 'files' },
    { name: 'fetch-template-size', value: bytes / 1024, unit: 'KiB' },
    { name: 'fetch-template-render-action', value: render, unit: 'ms' },
    { name: 'fetch-template-fetch-template-action', value: fetch, unit: 'ms' },
    { name: 'fetch-template-ratio', value: render / fetch, unit: 'ratio' },
  ];
}

function rendering(source: string): RenderedFile[] {
  const parsed = parseEnvironment(source);
  if (!parsed.ok) {
    throw new Error(parsed.problems.map(formatProblem).join('\n'));
  }
  return renderEnvironment({ environment: parsed.environment, source });
}

/** Two templates of one step each; returns their files. */
async function writeTemplates(
  folder: string,
  files: readonly RenderedFile[],
): Promise<string[]> {
  for (const { path, content } of files) {
    await write(join(folder, 'skeleton', path), templated(content.length));
  }
  const templates = {
    render: {
      action: 'scalardl:environment:render',
      input: { environment: '${{ parameters.environment }}' },
    },
    fetch: {
      action: 'fetch:template',
      input: {
        url: './skeleton',
        values: { name: '${{ parameters.name }}' },
      },
    },
  };
  return Promise.all(
    Object.entries(templates).map(async ([name, step]) => {
      const file = join(folder, `${name}.yaml`);
      await write(file, stringify(template(name, step)));
      return file;
    }),
  );
}

function template(name: string, step: object) {
  return {
    apiVersion: 'scaffolder.backstage.io/v1beta3',
    kind: 'Template',
    metadata: { name },
    spec: {
      type: 'bench',
      owner: 'bench',
      parameters: [],
      steps: [{ id: 'measured', name: 'Measured', ...step }],
    },
  };
}

/** One value to fill in, then plain lines up to the size. */
function templated(size: number): string {
  const line = `${'x'.repeat(79)}\n`;
  return `\${{ values.name }}\n${line.repeat(size / line.length)}`;
}

async function write(file: string, content: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
}
