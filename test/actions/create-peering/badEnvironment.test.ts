import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { type Environment, writeEnvironment } from './environment.ts';
import { onBed } from './onBed.ts';
import type { Pair } from './pair.ts';
import { errorsOf } from './told.ts';

interface Bad {
  file: string;
  /** What stands in the file. */
  text: (good: string) => string;
  /** A sentence for each problem. */
  says: RegExp[];
}

function changed(change: (environment: Environment) => void) {
  return (good: string) => {
    const environment = parse(good) as Environment;
    change(environment);
    return stringify(environment);
  };
}

const BAD: Bad[] = [
  {
    file: 'an empty file',
    text: () => '',
    says: [/:1:1: expected an environment, received an empty file\./],
  },
  {
    file: 'a file that is no YAML',
    text: () => '[{',
    says: [/:1:\d: expected valid YAML 1\.2, received /],
  },
  {
    file: 'a file that is another kind of document',
    text: () => 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\n',
    says: [
      / apiVersion: expected scalardl-on-eks\/v1, received "v1"\./,
      / spec: expected a mapping with the keys .* received nothing\./,
      / kind: expected Environment, received "ConfigMap"\./,
      / metadata\.owner: expected an entity reference .* received nothing\./,
    ],
  },
  {
    file: 'an unknown key',
    text: good => good.replace(/^ {2}region: .*/m, '$&\n  regoin: x'),
    says: [/ spec\.regoin: expected one of the keys .* Rename it to region\./],
  },
  {
    file: 'ranges that overlap',
    text: changed(({ spec }) => {
      spec.auditor.network = { ...spec.ledger.network };
    }),
    says: [
      / spec\.auditor\.network\.cidr: expected a range that shares no address with 10\.1\.0\.0\/20 of the Ledger side, received 10\.1\.0\.0\/20\./,
    ],
  },
  {
    file: 'a region without such a cluster',
    text: changed(({ spec }) => {
      spec.region = 'eu-central-1';
      const zones = ['a', 'b', 'c'].map(zone => `eu-central-1${zone}`);
      [spec.ledger, spec.auditor].forEach(side =>
        Object.assign(side.network, { zones }),
      );
    }),
    says: ['auditor', 'ledger'].map(
      side =>
        new RegExp(
          `^environment: spec\\.${side}: expected the cluster ${side} in eu-central-1 of \\d{12}, found none; check its name, the region and the credentials\\.$`,
        ),
    ),
  },
  {
    file: 'accounts that are not those of the credentials',
    text: changed(({ spec }) => {
      spec.ledger.awsAccountId = '999999999999';
    }),
    says: [
      /^environment: spec\.ledger: expected credentials of account 999999999999, received the credentials of environment: spec\.ledger \(profile ledger, eu-west-1\), which belong to \d{12}\.$/,
    ],
  },
];

onBed('create-peering with a bad environment file', bed => {
  let pair: Pair;
  beforeAll(async () => {
    pair = await bed().pair({ crossAccount: true });
  });

  function run(environment: string) {
    return pair.run({
      inputs: {
        networks: '',
        connections: '',
        environment,
        'ledger-profile': 'ledger',
        'auditor-profile': 'auditor',
      },
    });
  }

  it.each(BAD)(
    'says what is wrong with $file, and changes nothing',
    async ({ text, says }) => {
      const path = await writeEnvironment(pair);
      const file = join(pair.directory, path);
      await writeFile(file, text(await readFile(file, 'utf8')));
      const ended = await run(path);
      // Beside its line a problem is said once more.
      const sentences = errorsOf(ended).filter(line =>
        line.startsWith('environment: '),
      );
      expect(sentences).toEqual(says.map(said => expect.stringMatching(said)));
      expect(ended.exitCode).toBe(1);
      expect(ended.writes).toEqual([]);
    },
  );

  it.each([
    { where: 'nowhere.yaml', reason: 'ENOENT' },
    { where: '.', reason: 'EISDIR' },
  ])('says that it cannot read $where', async ({ where, reason }) => {
    const ended = await run(where);
    expect(errorsOf(ended)).toEqual([
      expect.stringContaining(
        `environment: expected a file ${where} that can be read: ${reason}`,
      ),
    ]);
    expect(ended.exitCode).toBe(1);
    expect(ended.calls).toEqual([]);
  });
});
