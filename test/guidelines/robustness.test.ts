import {
  type Location,
  type PlanFacts,
  type RepositoryFiles,
  type Result,
  SIDES,
  guidelines,
  judgePlan,
  readPlanFacts,
  unreadable,
} from '@scalardl-on-eks/plugin-scalardl-common';
import fc from 'fast-check';
import { parseAllDocuments } from 'yaml';
import { goldens } from '../golden';
import { TODAY } from './fixture';
import { readGolden } from './repository';

const names = goldens().map(({ name }) => name);

type Path = (string | number)[];

/** Every place of a document where a value stands, those with further values in them included. */
function places(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [
    path,
    ...Object.entries(value).flatMap(([key, child]) =>
      places(child, [...path, Array.isArray(value) ? Number(key) : key]),
    ),
  ];
}

/** The files of a golden repository with one value of one file replaced by something odd. */
const oddRepository = fc
  .record({
    name: fc.constantFrom(...names),
    file: fc.nat(),
    place: fc.nat(),
    value: fc.oneof(
      fc.constantFrom<unknown>(
        null,
        '',
        0,
        -1,
        1.5,
        1e21,
        true,
        'a b',
        [],
        {},
        [[]],
      ),
      fc.constantFrom(
        '0.0.0.0/0',
        '10.1.0.0/99',
        '${env:X}',
        '=',
        '-',
        '50051',
      ),
      fc.jsonValue({ maxDepth: 2 }),
    ),
  })
  .map(({ name, file, place, value }): RepositoryFiles => {
    const files = readGolden(name);
    const paths = Object.keys(files).filter(path => /\.ya?ml$/.test(path));
    const path = paths[file % paths.length] ?? '';
    const documents = parseAllDocuments(files[path] ?? '');
    if ('empty' in documents) return files;
    const all = documents.flatMap(document =>
      places(document.toJS()).map(keys => ({ document, keys })),
    );
    const chosen = all[place % all.length];
    chosen?.document.setIn(chosen.keys, chosen.document.createNode(value));
    return { ...files, [path]: documents.map(String).join('---\n') };
  });

function judge(facts: PlanFacts): Result[] {
  return judgePlan(guidelines, facts);
}

const sideFacts = [
  'clusterConfig',
  'product',
  'properties',
  'schemaLoading',
  'awsLoadBalancerController',
  'clusterAutoscaler',
  'monitoring',
  'manifests',
] as const;
const sharedFacts = ['environment', 'environmentSource', 'workflows'] as const;

/** One fact that can be lost, by name. */
const losses = [
  ...sharedFacts.map(name => ({
    title: name as string,
    lose: (facts: PlanFacts): PlanFacts => ({
      ...facts,
      [name]: unreadable('lost'),
    }),
  })),
  ...SIDES.flatMap(side =>
    sideFacts.map(name => ({
      title: `${side} ${name}`,
      lose: (facts: PlanFacts): PlanFacts => ({
        ...facts,
        [side]: { ...facts[side], [name]: unreadable('lost') },
      }),
    })),
  ),
];

/** Verdicts that became a pass only because something could not be read. */
function gained(before: Result[], lost: PlanFacts): string[] {
  return judge(lost)
    .filter(
      ({ verdict }, index) =>
        verdict === 'pass' && before[index]?.verdict !== 'pass',
    )
    .map(({ guideline, scope }) => `${guideline} ${scope}`);
}

const judgedGoldens = names.map(name => {
  const facts = readPlanFacts(readGolden(name), { today: TODAY });
  return { facts, before: judge(facts) };
});

describe('losing a fact never turns a verdict into pass', () => {
  it.each(losses)('$title', ({ lose }) => {
    for (const { facts, before } of judgedGoldens) {
      expect(gained(before, lose(facts))).toEqual([]);
    }
  });

  it('whatever else is odd in the files', () => {
    fc.assert(
      fc.property(
        oddRepository,
        fc.subarray(losses, { minLength: 1 }),
        (files, lost) => {
          const facts = readPlanFacts(files, { today: TODAY });
          const rest = lost.reduce((left, { lose }) => lose(left), facts);
          expect(gained(judge(facts), rest)).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});

function isIn(files: RepositoryFiles, { file, line }: Location): boolean {
  const lines = (files[file] ?? '').split('\n').length;
  return line >= 1 && line <= lines;
}

describe('odd files', () => {
  it('are judged in full, with a reason and a place in the files', () => {
    fc.assert(
      fc.property(oddRepository, files => {
        const results = judge(readPlanFacts(files, { today: TODAY }));
        expect(results.length).toBeGreaterThanOrEqual(guidelines.length);
        const unexplained = results.filter(({ reason }) => !reason);
        expect(unexplained).toEqual([]);
        const elsewhere = results.filter(
          ({ location }) => location && !isIn(files, location),
        );
        expect(elsewhere).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});
