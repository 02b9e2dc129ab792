import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Guideline } from '@scalardl-on-eks/plugin-scalardl-common';
import { staleFiles } from './generated';
import {
  FIXTURES,
  GUIDELINES,
  KEBAB_CASE,
  UNWRITTEN,
  camelCase,
} from './layout';
import { guidelineFolders, loadGuideline } from './load';

const DOC_PARTS = ['## Why', '## What fools a naive check'];

/** A file can be shown; a running cluster cannot. */
const EXAMPLES = ['❌', '✅'];

const FIXTURE_NAME =
  /^(pass|fail|unknown|skipped)\.[a-z0-9]+(?:-[a-z0-9]+)*\.yaml$/;

/** Everything that keeps a guideline below the root from landing, each as one sentence. */
export function parityProblems(root: string): string[] {
  const ids = guidelineFolders(root);
  return [
    ...ids.flatMap(id => guidelineProblems(root, id)),
    ...strayFixtureFolders(root, ids),
    ...staleFiles(root).map(
      path => `${path} is out of date; run npm run guidelines`,
    ),
  ];
}

function guidelineProblems(root: string, id: string): string[] {
  const folder = `${GUIDELINES}/${id}`;
  const guideline = loadGuideline(root, id);
  if (!guideline) return [`${folder} exports no ${camelCase(id)}`];
  return [
    ...(KEBAB_CASE.test(id) ? [] : [`${folder} is not named in kebab-case`]),
    ...folderProblems(root, folder, guideline),
    ...dataProblems(guideline, folder, id),
    ...docProblems(root, `${folder}/doc.md`, [
      ...DOC_PARTS,
      ...(guideline.plan ? EXAMPLES : []),
    ]),
    ...(guideline.plan || guideline.live ? [] : [`${folder} judges nothing`]),
    ...(guideline.plan ? fixtureProblems(root, `${FIXTURES}/${id}`) : []),
  ];
}

/** Every folder has the same files, so that reading one is reading all; a large check has a file of its own. */
function folderProblems(
  root: string,
  folder: string,
  { id, live }: Guideline,
): string[] {
  const name = camelCase(id);
  const needed = [
    `${name}.ts`,
    'doc.md',
    'index.ts',
    ...(live ? ['live.test.ts'] : []),
  ];
  const found = readdirSync(join(root, folder));
  return [
    ...needed
      .filter(file => !found.includes(file))
      .map(file => `${folder}/${file} is missing`),
    ...found
      .filter(
        file =>
          !needed.includes(file) && !/^[a-z]\w*(?:\.test)?\.ts$/i.test(file),
      )
      .map(file => `${folder}/${file} does not belong to a guideline's folder`),
    ...unwritten(root, `${folder}/${name}.ts`),
  ];
}

function dataProblems(
  guideline: Guideline,
  folder: string,
  id: string,
): string[] {
  const { source, title, pass, fail, remedy } = guideline;
  const sentences = { pass, fail, remedy };
  return [
    ...(guideline.id === id
      ? []
      : [`${folder} holds a guideline with the id ${guideline.id}`]),
    ...(source.url.startsWith('https://')
      ? []
      : [`${folder}: the address of the source is not https`]),
    ...(title.endsWith('.')
      ? [`${folder}: the title ends with a full stop`]
      : []),
    ...Object.entries(sentences)
      .filter(([, sentence]) => !sentence.endsWith('.'))
      .map(([key]) => `${folder}: ${key} is no whole sentence`),
  ];
}

function docProblems(
  root: string,
  path: string,
  parts: readonly string[],
): string[] {
  if (!existsSync(join(root, path))) return [];
  const text = readFileSync(join(root, path), 'utf8');
  return [
    ...parts
      .filter(part => !text.includes(part))
      .map(part => `${path} has no ${part}`),
    ...unwritten(root, path),
  ];
}

function fixtureProblems(root: string, folder: string): string[] {
  const found = existsSync(join(root, folder))
    ? readdirSync(join(root, folder))
    : [];
  return [
    ...['pass', 'fail']
      .filter(verdict => !found.some(file => file.startsWith(`${verdict}.`)))
      .map(verdict => `${folder} has no ${verdict} fixture`),
    ...found
      .filter(file => !FIXTURE_NAME.test(file))
      .map(file => `${folder}/${file} is not named like a fixture`),
    ...found.flatMap(file => unwritten(root, `${folder}/${file}`)),
  ];
}

function strayFixtureFolders(root: string, ids: readonly string[]): string[] {
  return readdirSync(join(root, FIXTURES), { withFileTypes: true })
    .filter(entry => entry.isDirectory() && !ids.includes(entry.name))
    .map(entry => `${FIXTURES}/${entry.name} belongs to no guideline`);
}

/** Each line that still waits for a person. */
function unwritten(root: string, path: string): string[] {
  if (!existsSync(join(root, path))) return [];
  return readFileSync(join(root, path), 'utf8')
    .split('\n')
    .flatMap((line, index) =>
      line.includes(UNWRITTEN)
        ? [`${path}:${index + 1} is not written yet: ${line.trim()}`]
        : [],
    );
}
