import { readPlanFacts } from './readPlanFacts';
import type { RepositoryFiles } from './repositoryFiles';
import { PLAN_PATHS } from './planPaths';

const today = '2026-11-23';

const VALUES = PLAN_PATHS.ledger.product;

function facts(files: RepositoryFiles) {
  return readPlanFacts(files, { today });
}

describe('readPlanFacts', () => {
  it('has a reason for every file that is not there', () => {
    const { ledger, auditor } = facts({});
    expect(ledger.clusterConfig).toEqual({
      ok: false,
      reason: 'clusters/ledger.yaml is not there',
    });
    expect(auditor.product).toEqual({
      ok: false,
      reason: 'values/auditor/scalardl-audit.yaml is not there',
    });
  });

  it('reads a bare set of files without claiming that the others do not exist', () => {
    const { environment, workflows, ledger } = facts({
      'clusters/ledger.yaml': 'kind: ClusterConfig\n',
    });
    expect(environment).toEqual({
      ok: true,
      value: undefined,
      source: 'no scalardl.yaml',
    });
    expect(ledger.clusterConfig.ok).toBe(true);
    expect(ledger.manifests).toEqual({
      ok: false,
      reason: 'manifests/ledger/ was not given',
    });
    expect(ledger.monitoring).toEqual({
      ok: false,
      reason: 'values/ledger/kube-prometheus-stack.yaml was not given',
    });
    expect(workflows.ok).toBe(false);
  });

  it('takes what is missing beside scalardl.yaml for not there', () => {
    const { ledger, workflows } = facts({
      'scalardl.yaml': 'kind: Environment\n',
    });
    expect(ledger.monitoring).toMatchObject({ ok: true, value: undefined });
    expect(workflows).toMatchObject({ ok: true, value: undefined });
    expect(ledger.manifests).toMatchObject({ ok: true, value: [] });
  });

  it('carries the problems of an invalid environment file, at most five of them', () => {
    const { environment, environmentSource } = facts({
      'scalardl.yaml': 'apiVersion: scalardl-on-eks/v1\nkind: Wrong\n',
    });
    expect(environment).toEqual({
      ok: false,
      reason: expect.stringMatching(
        /^scalardl\.yaml is not valid\. .*scalardl\.yaml:2:\d+ kind: expected .*Environment.*$/,
      ),
    });
    expect(environmentSource.ok && environmentSource.value?.get('kind')).toBe(
      'Wrong',
    );
  });

  it.each([
    ['missing', 'ledger: {}\n', 'does not set ledger.ledgerProperties'],
    [
      'a map',
      'ledger:\n  ledgerProperties: {a: 1}\n',
      'to {"a":1}, expected a text of properties',
    ],
    [
      'a number',
      'ledger:\n  ledgerProperties: 5\n',
      'to 5, expected a text of properties',
    ],
    ['in a broken file', 'ledger: [\n', 'is not valid YAML'],
    ['in a file without keys', '- a\n', 'holds no map of keys'],
  ])('has a reason where the properties are %s', (_, text, reason) => {
    expect(facts({ [VALUES]: text }).ledger.properties).toEqual({
      ok: false,
      reason: expect.stringContaining(`${VALUES} `),
    });
    expect(facts({ [VALUES]: text }).ledger.properties).toEqual({
      ok: false,
      reason: expect.stringContaining(reason),
    });
  });

  it('gives properties their lines in the values', () => {
    const { properties } = facts({
      [VALUES]: 'ledger:\n  ledgerProperties: |\n    a=1\n    b=2\n',
    }).ledger;
    expect(properties.ok && properties.value.locate('b')).toEqual({
      file: VALUES,
      line: 4,
      column: 5,
    });
  });

  it('reads every manifest of a side, lists and several documents included', () => {
    const { ledger, auditor } = facts({
      'scalardl.yaml': '',
      'manifests/ledger/b.yaml': 'kind: Second\n---\n---\nkind: Third\n',
      'manifests/ledger/a.yml':
        'apiVersion: v1\nkind: List\nitems:\n  - kind: First\n',
      'manifests/ledger/notes.md': 'kind: [',
      'manifests/ledger/deeper/c.yaml': 'kind: Deeper\n',
      'manifests/ledgerish/d.yaml': 'kind: Other\n',
    });
    expect(
      ledger.manifests.ok &&
        ledger.manifests.value.map(manifest => [
          manifest.get('kind'),
          manifest.locate('kind').line,
        ]),
    ).toEqual([
      ['First', 4],
      ['Second', 1],
      ['Third', 4],
    ]);
    expect(auditor.manifests).toMatchObject({ ok: true, value: [] });
  });

  it('names every manifest that cannot be read', () => {
    const { manifests } = facts({
      'manifests/ledger/a.yaml': 'a: [',
      'manifests/ledger/b.yaml': 'b: ]',
    }).ledger;
    expect(manifests).toEqual({
      ok: false,
      reason: expect.stringMatching(
        /a\.yaml is not valid.*b\.yaml is not valid/s,
      ),
    });
  });

  it("reads a workflow's on as text", () => {
    const { workflows } = facts({
      '.github/workflows/deploy.yaml': 'on: push\n',
    });
    expect(workflows.ok && workflows.value?.[0]?.get('on')).toBe('push');
  });

  it('reads the files of another pipeline under their own names', () => {
    const { ledger } = readPlanFacts(
      { 'infra/prod-ledger.yaml': 'kind: ClusterConfig\n' },
      { today, paths: { ledger: { clusterConfig: 'infra/prod-ledger.yaml' } } },
    );
    expect(ledger.clusterConfig.ok && ledger.clusterConfig.value.path).toBe(
      'infra/prod-ledger.yaml',
    );
    expect(ledger.product).toMatchObject({
      reason: 'values/ledger/scalardl.yaml is not there',
    });
  });

  it('finds no file under a name that every object has', () => {
    const { ledger } = readPlanFacts(
      {},
      { today, paths: { ledger: { clusterConfig: 'toString' } } },
    );
    expect(ledger.clusterConfig.ok).toBe(false);
  });
});
