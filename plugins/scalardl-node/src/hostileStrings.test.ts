import fc from 'fast-check';
import {
  environmentSchema,
  type EnvironmentInput,
} from '@scalardl-on-eks/plugin-scalardl-common';
import { parse, parseAllDocuments } from 'yaml';
import { exampleInput } from './__testUtils__/exampleEnvironment';
import type { RenderedFile } from './renderedFile';
import { renderEnvironment } from './renderEnvironment';

/** Strings that have broken a generator somewhere, and words that YAML reads as something else. */
const HOSTILE = [
  '<%= it %>',
  '<% process.exit(1) %>',
  '%>',
  '${{ secrets.GITHUB_TOKEN }}',
  "${{ '",
  '$(touch owned)',
  '`touch owned`',
  '"; exit 1; "',
  "'; exit 1; '",
  '$SECRETS',
  '| a | b |',
  '<script>alert(1)</script>',
  '<!-- -->',
  '```bash',
  '# title',
  '[a](javascript:b)',
  'a: b',
  '- a',
  '--- a',
  '{a: b}',
  '*alias',
  '&anchor',
  '!!binary',
  '!!js/function',
  '%YAML',
  "'",
  '"',
  '\\',
  'a\\',
  '{{ .Values.a }}',
  'jdbc:postgresql://host/name?a=${env:SCALAR_DB_PASSWORD}',
  '__proto__',
  'constructor',
  'true',
  'yes',
  'on',
  'null',
  '1e3',
  '0x1f',
  '-1',
  '../../etc/passwd',
  '..',
  'v1.2.3',
  'a'.repeat(38),
  'user:default/..',
  'true/null',
  '٣',
  'ä',
  '🙂',
];

type Path = (string | number)[];

/** An environment that has every string key. */
function fullInput(): EnvironmentInput {
  const input = exampleInput();
  input.metadata.description = 'text';
  input.spec.auditor.ledgerHost = 'ledger.payments.internal';
  input.spec.waivers = [
    {
      guideline: 'metrics-collected',
      reason: 'because of the test',
      owner: 'somebody',
      expires: '2027-03-31',
    },
  ];
  for (const side of [input.spec.ledger, input.spec.auditor]) {
    side.region = 'ap-northeast-1';
    side.eksctl = { metadata: { annotations: { note: 'text' } } };
    side.values = {
      scalardl: { envoy: { podAnnotations: { note: 'text' } } },
      schemaLoading: { note: 'text' },
      awsLoadBalancerController: { note: 'text' },
      monitoring: { note: 'text' },
    };
  }
  return input;
}

function stringPaths(value: unknown, path: Path = []): Path[] {
  if (typeof value === 'string') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) =>
    stringPaths(child, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

function replaceAt(value: unknown, [key, ...rest]: Path, by: string): unknown {
  if (key === undefined) return by;
  const copy: unknown = Array.isArray(value)
    ? [...value]
    : { ...(value as Record<string, unknown>) };
  const mapping = copy as Record<string | number, unknown>;
  mapping[key] = replaceAt(mapping[key], rest, by);
  return copy;
}

/** For each string key, the hostile strings that the schema lets through. */
const accepted = stringPaths(fullInput()).map(path => ({
  path,
  strings: HOSTILE.filter(
    text =>
      environmentSchema.safeParse(replaceAt(fullInput(), path, text)).success,
  ),
}));

const hostileInput = fc
  .tuple(
    ...accepted.map(({ path, strings }) =>
      fc
        .option(fc.constantFrom(...(strings.length > 0 ? strings : [''])))
        .map(text => ({ path, text: text || undefined })),
    ),
  )
  .map(choices =>
    choices.reduce<unknown>(
      (input, { path, text }) =>
        text === undefined ? input : replaceAt(input, path, text),
      fullInput(),
    ),
  );

function render(input: unknown): RenderedFile[] {
  const environment = environmentSchema.parse(input);
  return renderEnvironment({ environment, source: 'source' });
}

const pathsOf = (files: RenderedFile[]) => files.map(({ path }) => path);

const workflowsOf = (files: RenderedFile[]) =>
  files.filter(({ path }) => path.startsWith('.github/workflows/'));

/** Everything that GitHub or a shell would run. */
function codeOf(files: RenderedFile[]): unknown {
  return workflowsOf(files).map(({ path, content }) => ({
    path,
    expressions: content.match(/\$\{\{.*?\}\}/g),
    runs: valuesOf(parse(content), 'run'),
  }));
}

/** Every value under the key, however deep. */
function valuesOf(value: unknown, wanted: string): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) =>
    key === wanted ? [child] : valuesOf(child, wanted),
  );
}

/** What gives a Markdown file its shape: headings, fences, list items, table rows and tags. */
function shapeOf(files: RenderedFile[]): unknown {
  return files
    .filter(({ path }) => path.endsWith('.md'))
    .map(({ content }) =>
      content
        .split('\n')
        .map(
          line => /^(?:#+ |```\w*|\|| *subgraph| *end$|- )?/.exec(line)?.[0],
        ),
    );
}

describe('hostile strings', () => {
  const plain = render(fullInput());
  const plainCode = codeOf(plain);
  const plainShape = shapeOf(plain);

  it('should reach at least the keys that take free text', () => {
    const reached = accepted
      .filter(({ strings }) => strings.includes('"; exit 1; "'))
      .map(({ path }) => path.join('.'));
    expect(reached).toEqual(
      expect.arrayContaining([
        'metadata.description',
        'spec.ledger.eksctl.metadata.annotations.note',
        'spec.auditor.values.scalardl.envoy.podAnnotations.note',
        'spec.waivers.0.reason',
      ]),
    );
  });

  it('should change neither paths nor code nor the shape of a document', () => {
    fc.assert(
      fc.property(hostileInput, input => {
        const files = render(input);
        expect(pathsOf(files)).toEqual(pathsOf(plain));
        expect(codeOf(files)).toEqual(plainCode);
        expect(shapeOf(files)).toEqual(plainShape);
      }),
      { numRuns: 100 },
    );
  });

  it('should arrive unchanged in YAML, read as 1.1 and as 1.2', () => {
    fc.assert(
      fc.property(hostileInput, input => {
        const environment = environmentSchema.parse(input);
        const files = renderEnvironment({ environment, source: '' });
        const read = (path: string, version: '1.1' | '1.2') =>
          parse(files.find(file => file.path === path)?.content ?? '', {
            version,
            merge: false,
          });
        for (const version of ['1.1', '1.2'] as const) {
          const { metadata } = read('catalog-info.yaml', version);
          expect(metadata.description).toBe(environment.metadata.description);
          const config = read('clusters/ledger.yaml', version);
          expect(config.metadata).toMatchObject({
            name: environment.spec.ledger.clusterName,
            ...(environment.spec.ledger.eksctl?.metadata as object),
          });
          const values = read('values/auditor/scalardl-audit.yaml', version);
          expect(values).toMatchObject(
            environment.spec.auditor.values?.scalardl ?? {},
          );
        }
      }),
      { numRuns: 100 },
    );
  });

  it('should leave every YAML file readable', () => {
    fc.assert(
      fc.property(hostileInput, input => {
        for (const { path, content } of render(input)) {
          if (!/\.ya?ml$/.test(path) || path === 'scalardl.yaml') continue;
          const errors = parseAllDocuments(content).flatMap(document =>
            'errors' in document ? document.errors : [],
          );
          expect({ path, errors }).toEqual({ path, errors: [] });
        }
      }),
      { numRuns: 50 },
    );
  });
});
