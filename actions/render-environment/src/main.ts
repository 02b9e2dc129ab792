import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Presentation,
  type RawInputs,
  writeWholeFile,
} from '@scalardl-on-eks/action-toolkit';
import {
  type Annotation,
  COMMENT_CHARACTERS,
  STEP_SUMMARY_BYTES,
} from '@scalardl-on-eks/plugin-scalardl-common';
import {
  type Change,
  planChanges,
  readRepositoryFiles,
  renderEnvironment,
  writeChanges,
} from '@scalardl-on-eks/plugin-scalardl-node';
import { readEnvironment } from './environment';
import { type INPUTS, type RenderInputs, understandInputs } from './inputs';
import { writeOverlay } from './overlay';
import { describeChanges, toMarkdown } from './summary';

const REMEDY =
  'Change scalardl.yaml, not the rendered files, then run render-environment with mode: write and commit.';

/** Compares or writes, and says whether the run fails. */
export async function main(
  raw: RawInputs<typeof INPUTS>,
): Promise<Presentation> {
  const inputs = understandInputs(raw);
  const { environment, source } = await readEnvironment(inputs.root);
  const existing = await readRepositoryFiles(inputs.root);
  const plan = planChanges(
    renderEnvironment({ environment, source }),
    existing,
  );
  if (inputs.mode === 'write') await writeChanges(inputs.root, plan);
  const overlay = inputs.ledgerHost
    ? await writeOverlay(environment, inputs.ledgerHost)
    : '';
  return toPresentation(plan, { ...inputs, overlay });
}

async function toPresentation(
  plan: readonly Change[],
  { mode, root, overlay }: RenderInputs & { overlay: string },
): Promise<Presentation> {
  const changed = plan.filter(({ change }) => change !== 'keep');
  const lines = describeChanges(plan, mode);
  const text = lines.length > 0 ? lines.join('\n') : 'Every file is current.';
  const differs = mode === 'check' && changed.length > 0;
  return {
    text: `${text}\n`,
    summary: toMarkdown(plan, { mode, maximumBytes: STEP_SUMMARY_BYTES }),
    annotations: differs ? changed.slice(0, 10).map(toAnnotation(root)) : [],
    outputs: {
      changed: String(changed.length > 0),
      files: JSON.stringify(changed.map(({ path }) => path)),
      markdown: changed.length > 0 ? await writeMarkdown(plan, mode) : '',
      overlay,
    },
    failure: differs
      ? `${changed.length} files are not what scalardl.yaml renders to. ${REMEDY}`
      : undefined,
  };
}

async function writeMarkdown(
  plan: readonly Change[],
  mode: 'check' | 'write',
): Promise<string> {
  const parent = process.env.RUNNER_TEMP || tmpdir();
  const folder = await mkdtemp(join(parent, 'scalardl-difference-'));
  const path = join(folder, 'difference.md');
  // Half of a comment: the verdicts stand in the same one.
  const maximumBytes = COMMENT_CHARACTERS / 2;
  await writeWholeFile(path, toMarkdown(plan, { mode, maximumBytes }));
  return path;
}

function toAnnotation(root: string): (change: Change) => Annotation {
  return change => ({
    severity: 'error',
    title: `${change.path} is not what scalardl.yaml renders to`,
    message: REMEDY,
    location: { file: join(root, change.path), line: 1, column: 1 },
  });
}
