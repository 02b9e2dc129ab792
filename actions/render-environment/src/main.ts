import { posix } from 'node:path';
import type { Presentation } from '@scalardl-on-eks/action-toolkit';
import type { Annotation } from '@scalardl-on-eks/plugin-scalardl-common';
import {
  type Change,
  type RenderedFile,
  planChanges,
  readRepositoryFiles,
  renderEnvironment,
  writeChanges,
} from '@scalardl-on-eks/plugin-scalardl-node';
import { writeDifference } from './difference';
import { readEnvironment } from './environment';
import type { RenderInputs } from './inputs';
import { writeOverlay } from './overlay';
import { type Stamps, compareStamps } from './stamps';
import { type Rendering, countFiles, summaryOf, textOf } from './summary';

const REMEDY =
  'Change scalardl.yaml, not the rendered files, then run render-environment with mode write and commit what it wrote.';

/** Compares or writes, and says whether the run fails. */
export async function main(inputs: RenderInputs): Promise<Presentation> {
  const { environment, source } = await readEnvironment(inputs.root);
  const existing = await readRepositoryFiles(inputs.root);
  const rendered = renderEnvironment({ environment, source });
  const stamps = compareStamps(rendered, existing);
  const changes = planChanges(rendered, existing);
  // The overlay first: where the host is refused, nothing is written.
  const overlay = inputs.ledgerHost
    ? await writeOverlay(environment, inputs.ledgerHost)
    : '';
  if (inputs.mode === 'write') {
    await writeChanges(inputs.root, changes);
    await assertCurrent(inputs.root, rendered);
  }
  return toPresentation({ inputs, stamps, changes, overlay });
}

/** Reads the folder again: what was written counts only once it is there. */
async function assertCurrent(
  root: string,
  rendered: readonly RenderedFile[],
): Promise<void> {
  const found = planChanges(rendered, await readRepositoryFiles(root));
  const wrong = found.filter(({ change }) => change !== 'keep');
  if (wrong.length === 0) return;
  const paths = wrong.map(({ path }) => path).join(', ');
  throw new Error(
    `Expected every file to be current after writing, found others in ${paths}; run it again when nothing else writes to ${root}.`,
  );
}

interface Outcome {
  inputs: RenderInputs;
  stamps: Stamps;
  changes: readonly Change[];
  overlay: string;
}

async function toPresentation({
  inputs: { mode, root },
  stamps,
  changes,
  overlay,
}: Outcome): Promise<Presentation> {
  const changed = changes.filter(({ change }) => change !== 'keep');
  const rendering: Rendering = { mode, stamps, changed };
  const differs = mode === 'check' && changed.length > 0;
  return {
    text: textOf(rendering),
    summary: summaryOf(rendering),
    annotations: differs ? changed.map(toAnnotation(root)) : [],
    outputs: {
      changed: String(changed.length > 0),
      files: JSON.stringify(changed.map(({ path }) => path)),
      markdown: changed.length > 0 ? await writeDifference(rendering) : '',
      overlay,
    },
    failure: differs
      ? `${countFiles(changed.length)} not what scalardl.yaml renders to. ${REMEDY}`
      : undefined,
  };
}

const FAULTS = {
  create: 'is missing',
  update: 'is not what scalardl.yaml renders to',
  remove: 'is no longer rendered, and has to go',
  keep: 'is current',
};

function toAnnotation(root: string): (change: Change) => Annotation {
  return ({ path, change }) => ({
    severity: 'error',
    title: `${path} ${FAULTS[change]}`,
    message: REMEDY,
    location: { file: posix.join(root, path), line: 1, column: 1 },
  });
}
