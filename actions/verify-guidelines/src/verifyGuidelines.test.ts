import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type BuiltAction,
  type RepositoryCopy,
  buildAction,
  copyGolden,
} from '@scalardl-on-eks/action-toolkit/testing';
import {
  type Report,
  reportSchema,
} from '@scalardl-on-eks/plugin-scalardl-common';
import { INPUTS } from './inputs';

const AUDITOR = 'clusters/auditor.yaml';

describe('verify-guidelines', () => {
  let action: BuiltAction;
  let repository: RepositoryCopy;

  beforeAll(async () => {
    action = await buildAction('verify-guidelines');
  }, 60_000);

  afterAll(() => action.remove());

  beforeEach(async () => {
    repository = await copyGolden('payments');
  });

  afterEach(() => repository.remove());

  const asStep = (inputs: Record<string, string> = {}) =>
    action.asStep({ directory: repository.directory, inputs });

  async function readReport(): Promise<Report> {
    const path = join(repository.directory, 'scalardl-report.json');
    return reportSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  }

  describe('as a step', () => {
    it('proves a golden repository, passes included', async () => {
      const before = await repository.files();
      const step = await asStep({ 'fail-on': 'derived' });
      expect(step.stdout).not.toContain('fail     ');
      expect(step.exitCode).toBe(0);
      expect(step.commands).toEqual([]);
      expect(step.outputs).toEqual({
        verdict: 'pass',
        counts: expect.any(String),
        report: 'scalardl-report.json',
        sarif: 'scalardl-report.sarif',
        junit: 'scalardl-report.junit.xml',
        markdown: 'scalardl-report.md',
      });
      const counts = JSON.parse(step.outputs.counts ?? '') as object;
      expect(counts).toMatchObject({ fail: 0, unknown: 0, waived: 0 });
      const report = await readReport();
      expect(report.environment).toBe('payments');
      expect(report.results.filter(r => r.verdict === 'pass')).toHaveLength(
        (counts as { pass: number }).pass,
      );
      expect(step.summary).toContain('## ScalarDL guidelines: pass');
      const written = Object.keys(await repository.files()).filter(
        path => !(path in before),
      );
      expect(written).toEqual([
        'scalardl-report.json',
        'scalardl-report.junit.xml',
        'scalardl-report.md',
        'scalardl-report.sarif',
      ]);
    });

    it.each([
      {
        title: 'overlapping ranges',
        text: 'cidr: 10.1.16.0/20',
        by: 'cidr: 10.1.0.0/20',
        guideline: 'disjoint-address-ranges',
        shown: 'error',
      },
      {
        title: 'two nodes',
        text: 'minSize: 3',
        by: 'minSize: 2',
        guideline: 'three-worker-nodes',
        shown: 'warning',
      },
      {
        title: 'an endpoint that is open to the world',
        text: 'publicAccess: false',
        by: 'publicAccess: true',
        guideline: 'endpoint-closed-to-the-world',
        shown: 'warning',
      },
      {
        title: 'a type of two vCPUs',
        text: '- m7i.xlarge',
        by: '- m7i.large',
        guideline: 'nodes-large-enough',
        shown: 'warning',
      },
    ])(
      'catches $title in a hand-edited file, with its line',
      async ({ text, by, guideline, shown }) => {
        const line = await repository.edit(AUDITOR, text, by);
        const step = await asStep({ 'fail-on': 'recommendation' });
        expect(step.exitCode).toBe(1);
        expect(step.outputs.verdict).toBe('fail');
        const result = (await readReport()).results.find(
          one => one.guideline === guideline && one.verdict === 'fail',
        );
        expect(result?.location?.file).toBe(AUDITOR);
        // A list is judged as a whole, so its key is the place.
        const place = result?.location?.line ?? 0;
        expect([line, line - 1]).toContain(place);
        const annotation = step.commands.find(({ properties }) =>
          properties.title?.startsWith(guideline),
        );
        expect(annotation?.name).toBe(shown);
        expect(annotation?.properties).toMatchObject({
          file: AUDITOR,
          line: String(place),
        });
        expect(step.summary).toContain(`<code>${AUDITOR}&#58;${place}:`);
        const last = step.commands.at(-1);
        expect(last?.name).toBe('error');
        expect(last?.message).toContain(guideline);
      },
    );

    it('fails a broken recommendation only where it is asked to', async () => {
      await repository.edit(AUDITOR, 'minSize: 3', 'minSize: 2');
      expect((await asStep()).exitCode).toBe(0);
      expect((await asStep({ 'fail-on': 'recommendation' })).exitCode).toBe(1);
      const never = await asStep({ 'fail-on': 'never' });
      expect(never.exitCode).toBe(0);
      expect(never.outputs.verdict).toBe('fail');
    });

    it('does not pass what it could not read', async () => {
      await rm(join(repository.directory, AUDITOR));
      const step = await asStep();
      expect(step.exitCode).toBe(1);
      expect(step.outputs.verdict).toBe('unknown');
      const { results } = await readReport();
      const open = results.filter(({ verdict }) => verdict === 'unknown');
      expect(open.length).toBeGreaterThan(10);
      expect(open.map(({ reason }) => reason)).toContain(
        `${AUDITOR} is not there`,
      );
    });

    it('shows at most ten errors and says what is cut', async () => {
      await rm(join(repository.directory, AUDITOR));
      const { commands } = await asStep();
      for (const name of ['error', 'warning', 'notice']) {
        const shown = commands.filter(command => command.name === name);
        expect(shown.length).toBeLessThanOrEqual(10);
      }
      const titles = commands.map(({ properties }) => properties.title ?? '');
      expect(titles.join('\n')).toMatch(/\d+ more are not shown/);
    });

    it('shows the problems of an environment file beside their lines', async () => {
      const line = await repository.edit(
        'scalardl.yaml',
        'licensing: byol',
        'licensing: free',
      );
      const step = await asStep();
      expect(step.exitCode).toBe(1);
      expect(step.outputs.verdict).toBe('unknown');
      expect(step.commands[0]).toMatchObject({
        name: 'error',
        properties: { file: 'scalardl.yaml', line: String(line) },
      });
      expect(step.commands[0]?.message).toContain('spec.licensing');
      expect(step.summary).toContain('## The environment file is not valid');
    });

    it('finds a repository in a folder, and counts places from the checkout', async () => {
      await repository.edit(AUDITOR, 'minSize: 3', 'minSize: 2');
      const name = repository.directory.split('/').at(-1) ?? '';
      const step = await action.asStep({
        directory: join(repository.directory, '..'),
        inputs: {
          environment: `./${name}/scalardl.yaml`,
          'report-directory': join(repository.directory, 'reports'),
        },
      });
      expect(step.exitCode).toBe(0);
      expect(step.commands.map(({ properties }) => properties.file)).toContain(
        `${name}/${AUDITOR}`,
      );
      expect(await readdir(join(repository.directory, 'reports'))).toHaveLength(
        4,
      );
    });

    it('obeys no command that a file holds', async () => {
      await repository.edit(
        AUDITOR,
        'publicAccess: false',
        'publicAccess: "x\\n::add-mask::a\\n##[error]y"',
      );
      await repository.edit(
        'scalardl.yaml',
        'region: ap-northeast-1',
        'region: "##[error]a\\n::set-output name=verdict::pass"',
      );
      const { commands, stdout } = await asStep();
      expect(stdout).toContain('##[error]');
      expect(
        commands.filter(
          ({ name }) => !['error', 'warning', 'notice'].includes(name),
        ),
      ).toEqual([]);
      for (const { message, properties } of commands) {
        expect(`${message}${properties.title}`).not.toMatch(/^::/m);
      }
    });
  });

  describe('with sides', () => {
    const SIDES = [
      'ledger:',
      '  clusterConfig: clusters/ledger.yaml',
      '  values: values/ledger/scalardl.yaml',
      'auditor:',
      '  clusterConfig: clusters/auditor.yaml',
      '  values: values/auditor/scalardl-audit.yaml',
    ].join('\n');

    it('judges what was named and calls the rest unknown', async () => {
      await rm(join(repository.directory, 'scalardl.yaml'));
      const line = await repository.edit(AUDITOR, 'minSize: 3', 'minSize: 2');
      const step = await asStep({ sides: SIDES, 'fail-on': 'never' });
      expect(step.exitCode).toBe(0);
      const { results } = await readReport();
      const verdict = (guideline: string, scope: string) =>
        results.find(one => one.guideline === guideline && one.scope === scope);
      expect(verdict('three-worker-nodes', 'ledger')?.verdict).toBe('pass');
      expect(verdict('three-worker-nodes', 'auditor')).toMatchObject({
        verdict: 'fail',
        location: { file: AUDITOR, line },
      });
      expect(verdict('pod-disruption-budgets', 'ledger')?.verdict).toBe(
        'unknown',
      );
    });

    it('reads a folder of manifests where it is named', async () => {
      const sides = SIDES.replace(
        'auditor:',
        '  manifests: manifests/ledger/\nauditor:',
      );
      await asStep({ sides, 'fail-on': 'never' });
      const result = (await readReport()).results.find(
        ({ guideline, scope }) =>
          guideline === 'pod-disruption-budgets' && scope === 'ledger',
      );
      expect(result?.verdict).toBe('pass');
    });

    it('names every key whose file cannot be read', async () => {
      const sides = SIDES.replaceAll('.yaml', '.yml');
      const { commands, exitCode } = await asStep({ sides });
      expect(exitCode).toBe(1);
      const [{ message } = { message: '' }] = commands;
      for (const side of ['ledger', 'auditor']) {
        expect(message).toContain(`sides.${side}.clusterConfig: expected`);
        expect(message).toContain(`sides.${side}.values: expected`);
      }
    });
  });

  describe('with inputs that cannot be used', () => {
    async function sentences(inputs: Record<string, string>) {
      const step = await asStep(inputs);
      expect(step.exitCode).toBe(1);
      expect(step.outputs).toEqual({});
      expect(step.commands).toHaveLength(1);
      return step.commands[0]?.message.split('\n');
    }

    it('names all of them at once', async () => {
      expect(
        await sentences({
          stage: 'now',
          'fail-on': 'always',
          environment: 'scalardl.yaml',
          sides: 'ledger: {}',
          timeout: 'soon',
          'ledger-profile': 'ledger',
          'read-secrets': 'true',
          probe: 'true',
          comment: 'true',
        }),
      ).toEqual([
        'stage: expected plan or live, received "now".',
        'fail-on: expected requirement or recommendation or derived or never, received "always".',
        'environment, sides: expected one of them, received both; remove one.',
        'timeout: expected minutes above 0 and up to 360, received "soon".',
        'ledger-profile: is only for stage: live with environment; remove it, and give profile under sides.',
        'read-secrets: is only for stage: live; remove it.',
        'probe: is only for stage: live; remove it.',
        'github-token: expected a token, because comment asks for one; give github-token: ${{ github.token }} and the permission that the README names.',
      ]);
    });

    it('says what is wrong inside sides', async () => {
      const text = 'ledger: {clusterConfig: ../a.yaml, value: b.yaml}';
      const found = (await sentences({ sides: text }))?.join('\n');
      expect(found).toContain(
        'sides.ledger.clusterConfig: expected a path inside the working directory, received',
      );
      expect(found).toContain('sides.ledger.values: ');
      expect(found).toContain('"value"');
      expect(found).toContain('sides.auditor: ');
    });

    it('says where it looked for the environment file', async () => {
      expect(await sentences({ environment: 'values/scalardl.yaml' })).toEqual([
        'environment: expected a file values/scalardl.yaml, found none; name the right one, or give sides instead.',
      ]);
      expect(
        (await sentences({ environment: 'nowhere/scalardl.yaml' }))?.[0],
      ).toMatch(/^environment: nowhere cannot be read/);
    });

    it('says which folder cannot take the report', async () => {
      await writeFile(join(repository.directory, 'taken'), '');
      const [sentence] =
        (await sentences({ 'report-directory': 'taken' })) ?? [];
      expect(sentence).toMatch(/^report-directory: /);
    });
  });

  describe('as a command', () => {
    const asCommand = (...flags: string[]) =>
      action.asCommand({ directory: repository.directory, flags });

    it('tells every flag', async () => {
      const { stdout, exitCode } = await asCommand('--help');
      expect(exitCode).toBe(0);
      for (const name of Object.keys(INPUTS)) {
        expect(stdout).toContain(`--${name} `);
      }
    });

    it('prints a table and ends with 0 where all is well', async () => {
      const { stdout, stderr, exitCode } = await asCommand();
      expect([exitCode, stderr]).toEqual([0, '']);
      expect(stdout).toMatch(/^ScalarDL guidelines: pass \(payments, /);
      expect(stdout).not.toContain('::');
    });

    it('prints evidence and remedy, and ends with 1', async () => {
      const line = await repository.edit(AUDITOR, 'minSize: 3', 'minSize: 2');
      const { stdout, stderr, exitCode } = await asCommand(
        '--fail-on',
        'recommendation',
      );
      expect(exitCode).toBe(1);
      expect(stderr).toContain('three-worker-nodes');
      expect(stdout).toContain(`at        ${AUDITOR}:${line}:`);
      expect(stdout).toContain('remedy    ');
    });

    it('refuses a flag that does not exist', async () => {
      const { stderr, exitCode } = await asCommand('--today', '2026-01-01');
      expect(exitCode).toBe(1);
      expect(stderr).toContain("'--today'");
    });
  });
});
