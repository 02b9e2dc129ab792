import { FIXTURES, GUIDELINES, UNWRITTEN, camelCase } from './layout';

const DOC = `
## Why

${UNWRITTEN} one or two sentences.

## Examples

❌

\`\`\`yaml
${UNWRITTEN} a bad example
\`\`\`

✅

\`\`\`yaml
${UNWRITTEN} a good example
\`\`\`

## What fools a naive check

- ${UNWRITTEN} a trap, and what the check does about it
`;

const PASS = `# ${UNWRITTEN} why this passes
base: payments
expect:
  scope: ledger
`;

const FAIL = `# ${UNWRITTEN} which mistake this is
base: payments
edits:
  - file: clusters/ledger.yaml
    replace: '${UNWRITTEN} exact text'
    with: '${UNWRITTEN} what a person made of it'
expect:
  scope: ledger
  observed: '${UNWRITTEN} part of the observed text'
  at:
    file: clusters/ledger.yaml
    text: '${UNWRITTEN} part of the line'
`;

/** The files of a new guideline by path; each place that a person must fill in is marked. */
export function newGuidelineFiles(id: string): Map<string, string> {
  const folder = `${GUIDELINES}/${id}`;
  const name = camelCase(id);
  return new Map([
    [`${folder}/${name}.ts`, data(id, name)],
    [`${folder}/index.ts`, `export { ${name} } from './${name}';\n`],
    [`${folder}/doc.md`, DOC],
    [`${FIXTURES}/${id}/pass.standard.yaml`, PASS],
    [`${FIXTURES}/${id}/fail.by-hand.yaml`, FAIL],
  ]);
}

function data(id: string, name: string): string {
  return `import { unknown } from '../finding';
import { type Guideline, sideCheck } from '../guideline';
import { source } from '../sources';

export const ${name}: Guideline = {
  id: '${id}',
  level: 'recommendation',
  title: '${UNWRITTEN} the statement in a few words, without a full stop',
  source: source('eksClusters', '${UNWRITTEN} the section of the document'),
  pass: '${UNWRITTEN} what was proved, as a sentence.',
  fail: '${UNWRITTEN} what is wrong and what it leads to, as a sentence.',
  remedy: '${UNWRITTEN} the key to change, as a sentence.',
  plan: sideCheck({
    needs: ['clusterConfig'],
    check: ({ clusterConfig }) =>
      unknown('${UNWRITTEN} nothing is judged yet', {
        location: clusterConfig.locate('metadata', 'name'),
      }),
  }),
};
`;
}
