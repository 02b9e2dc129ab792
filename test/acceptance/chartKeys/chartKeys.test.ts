import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { unreadKeys, type KeyTree } from '../../charts/keys/keyTree';
import { readChart } from '../../charts/keys/readChart';
import { goldenSides, type GoldenSide } from '../goldenSides';
import { RELEASED, STAND_INS } from '../helm/chartFolders';
import { skipWithoutReleasedCharts } from '../helm/skipWithoutReleasedCharts';

const TABLES = join(STAND_INS, 'keys');

/** Tables of released charts, named `<chart>-<version>`. */
const RELEASES = readdirSync(TABLES)
  .filter(file => file.endsWith('.json'))
  .map(file => file.slice(0, -'.json'.length));

function readTable(release: string): KeyTree {
  return JSON.parse(
    readFileSync(join(TABLES, `${release}.json`), 'utf8'),
  ) as KeyTree;
}

/** The table of the chart at the version that the golden's file names in its first line. */
function tableFor(text: string): KeyTree {
  const [, chart, version] =
    /^# .*: chart (\S+) (\d+\.\d+\.\d+)[,.]/.exec(text) ?? [];
  const release = `${chart}-${version}`;
  if (!RELEASES.includes(release)) {
    throw new Error(
      `Expected a table test/charts/keys/${release}.json, received ${RELEASES.join(', ')}. Write it with test/charts/keys/main.ts.`,
    );
  }
  return readTable(release);
}

function valuesFiles({ side, path }: GoldenSide): string[] {
  return readdirSync(path(`values/${side}`)).map(
    file => `values/${side}/${file}`,
  );
}

describe('the values that an environment emits', () => {
  const files = goldenSides().flatMap(goldenSide =>
    valuesFiles(goldenSide).map(file => ({
      title: `${goldenSide.golden.name}/${file}`,
      text: goldenSide.read(file),
    })),
  );

  it.each(files)('are read by the released chart: $title', ({ text }) => {
    expect(unreadKeys(parse(text), tableFor(text))).toEqual([]);
  });

  it.each([
    {
      flaw: 'a key that the chart does not read',
      values: { ledger: { replicaCountt: 3 } },
      found: 'ledger.replicaCountt: the chart has no such key',
    },
    {
      flaw: 'a key that the subchart does not read',
      values: { envoy: { service: { loadBalancerClass: 'a' } } },
      found: 'envoy.service.loadBalancerClass: the chart has no such key',
    },
    {
      flaw: 'a number where the schema of the chart wants a text',
      values: { envoy: { strategy: { rollingUpdate: { maxSurge: 1 } } } },
      found:
        'envoy.strategy.rollingUpdate.maxSurge: the chart has a string, received a number',
    },
    {
      flaw: 'a value where the chart has keys',
      values: { ledger: { tls: true } },
      found: 'ledger.tls: the chart has a map, received a boolean',
    },
  ])('are told from $flaw', ({ values, found }) => {
    const [release] = RELEASES.filter(name => name.startsWith('scalardl-4'));
    expect(unreadKeys(values, readTable(release ?? ''))).toEqual([found]);
  });

  it('may be anything below a free-form key', () => {
    const [release] = RELEASES.filter(name => name.startsWith('scalardl-4'));
    const values = { ledger: { nodeSelector: { any: { thing: 1 } } } };
    expect(unreadKeys(values, readTable(release ?? ''))).toEqual([]);
  });
});

describe('the stand-in charts', () => {
  const standIns = readdirSync(STAND_INS)
    .map(name => join(STAND_INS, name))
    .filter(folder => existsSync(join(folder, 'Chart.yaml')));

  it.each(standIns)(
    'read nothing that the released chart lacks: %s',
    folder => {
      const { name, version } = readChart(folder);
      const values: unknown = parse(
        readFileSync(join(folder, 'values.yaml'), 'utf8'),
      );
      expect(name).toBe(basename(folder));
      expect(unreadKeys(values, readTable(`${name}-${version}`))).toEqual([]);
    },
  );
});

describe('the tables of released charts', () => {
  if (!RELEASED) {
    skipWithoutReleasedCharts('comparing the tables with released charts');
    return;
  }

  const charts = readdirSync(RELEASED)
    .map(name => join(RELEASED, name))
    .filter(folder => existsSync(join(folder, 'Chart.yaml')))
    .map(readChart)
    .filter(({ name, version }) => RELEASES.includes(`${name}-${version}`));

  it('are of charts that are there', () => {
    expect(charts).not.toEqual([]);
  });

  it.each(charts)('say what $name $version reads', chart => {
    expect(readTable(`${chart.name}-${chart.version}`)).toEqual(chart.keys);
  });
});
