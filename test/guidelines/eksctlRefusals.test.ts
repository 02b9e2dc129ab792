import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type RepositoryFiles,
  type Result,
  guidelines,
  judgePlan,
  readPlanFacts,
} from '@scalardl-on-eks/plugin-scalardl-common';
import { parse, parseDocument } from 'yaml';
import { withTools } from '../tools/withTools';
import { TODAY } from './fixture';
import { readGolden } from './repository';

const FILE = 'clusters/ledger.yaml';
const JUDGE = guidelines.filter(
  ({ id }) => id === 'cluster-config-accepted-by-eksctl',
);

/** What the guideline says about a ClusterConfig. */
function judge(text: string): Result | undefined {
  const files: RepositoryFiles = { ...readGolden('payments'), [FILE]: text };
  const results = judgePlan(JUDGE, readPlanFacts(files, { today: TODAY }));
  return results.find(({ scope }) => scope === 'ledger');
}

type Path = (string | number)[];

/** Every place of a document where a value stands, as a path. */
function places(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, child]) =>
    places(child, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

const original = readGolden('payments')[FILE] ?? '';

/** The ClusterConfig with another value at one place. */
function withValue(path: Path, value: unknown): string {
  const document = parseDocument(original);
  document.setIn(path, document.createNode(value));
  return document.toString();
}

/** Values of every type. */
const WRONG = [7, 1.5, true, 'text', ['a'], { a: 'b' }];

/** A wrong value at every place, the kinds of wrongness in turn. */
const wrongValues = places(parse(original)).map((path, index) => {
  const value = WRONG[index % WRONG.length];
  return {
    title: `${path.join('.')} = ${JSON.stringify(value)}`,
    text: withValue(path, value),
  };
});

/** A key that eksctl does not know beside every key, but for maps that take keys of one's own. */
const unknownKeys = places(parse(original))
  .filter(path => !path.includes('tags') && !path.includes('labels'))
  .filter(path => typeof path.at(-1) === 'string')
  .map(path => [...path.slice(0, -1), `${path.at(-1)}x`])
  .map(path => ({ title: path.join('.'), text: withValue(path, 'a') }));

withTools(['eksctl'], ({ eksctl }) => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'eksctl-refusals-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Whether the real eksctl cannot load the file; it never gets as far as AWS. */
  function refuses(text: string): boolean {
    const path = join(folder, 'cluster.yaml');
    writeFileSync(path, text);
    const { stderr } = spawnSync(
      eksctl.path,
      ['create', 'cluster', '--dry-run', '-f', path],
      {
        encoding: 'utf8',
        env: {
          HOME: folder,
          AWS_ACCESS_KEY_ID: 'x',
          AWS_SECRET_ACCESS_KEY: 'x',
          AWS_EC2_METADATA_DISABLED: 'true',
          AWS_ENDPOINT_URL: 'http://127.0.0.1:9',
        },
      },
    );
    return stderr.includes('loading config file');
  }

  describe('what the real eksctl does not load', () => {
    it.each([...wrongValues, ...unknownKeys])('$title', ({ text }) => {
      const result = judge(text);
      // eksctl leaves most enumerations to AWS, which is hours later.
      const onlyEnumeration = result?.observed?.includes('expected one of');
      expect(refuses(text) || onlyEnumeration === true).toBe(
        result?.verdict === 'fail',
      );
    });
  });
});
