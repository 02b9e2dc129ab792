import { readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import {
  type BuiltAction,
  type RepositoryCopy,
  buildAction,
  copyGolden,
} from '@scalardl-on-eks/action-toolkit/testing';
import { INPUTS } from './inputs';

const AUDITOR = 'clusters/auditor.yaml';
const STAMP = '.scalardl-on-eks.yaml';

describe('render-environment', () => {
  let action: BuiltAction;
  let repository: RepositoryCopy;

  beforeAll(async () => {
    action = await buildAction('render-environment');
  }, 60_000);

  afterAll(() => action.remove());

  beforeEach(async () => {
    repository = await copyGolden('payments');
  });

  afterEach(() => repository.remove());

  const asStep = (inputs: Record<string, string> = {}) =>
    action.asStep({ directory: repository.directory, inputs });

  const remove = (path: string) => rm(join(repository.directory, path));

  /** Makes the three faults there are: a file differs, one is missing, one is surplus. */
  async function spoil(): Promise<void> {
    await repository.edit(AUDITOR, 'minSize: 3', 'minSize: 2');
    await remove('manifests/ledger/namespace.yaml');
    const path = 'values/ledger/no-longer-rendered.yaml';
    await repository.edit(STAMP, 'files:\n', `files:\n  - ${path}\n`);
    await writeFile(join(repository.directory, path), 'a: 1\n');
  }

  const SPOILT = [
    STAMP,
    AUDITOR,
    'manifests/ledger/namespace.yaml',
    'values/ledger/no-longer-rendered.yaml',
  ];

  describe('mode: check', () => {
    it('finds every file of a golden repository current', async () => {
      const step = await asStep();
      expect(step.stdout).toContain('Every file is current.');
      expect(step.exitCode).toBe(0);
      expect(step.commands).toEqual([]);
      expect(step.outputs).toEqual({
        changed: 'false',
        files: '[]',
        markdown: '',
        overlay: '',
      });
    });

    it('finds what differs, is missing or is surplus, and changes nothing', async () => {
      await spoil();
      const before = await repository.files();
      const step = await asStep();
      expect(step.exitCode).toBe(1);
      expect(step.outputs.changed).toBe('true');
      expect(JSON.parse(step.outputs.files ?? '')).toEqual(SPOILT);
      expect(step.commands.map(({ properties }) => properties.title)).toEqual([
        `${STAMP} is not what scalardl.yaml renders to`,
        `${AUDITOR} is not what scalardl.yaml renders to`,
        'manifests/ledger/namespace.yaml is missing',
        'values/ledger/no-longer-rendered.yaml is no longer rendered, and has to go',
        undefined,
      ]);
      expect(step.commands.at(-1)?.message).toBe(
        '4 files are not what scalardl.yaml renders to. Change scalardl.yaml, not the rendered files, then run render-environment with mode write and commit what it wrote.',
      );
      for (const text of [step.summary, step.stdout]) {
        expect(text).toContain('-    minSize: 2\n+    minSize: 3\n');
      }
      const comment = await readFile(step.outputs.markdown ?? '', 'utf8');
      expect(comment).toContain('+    minSize: 3');
      expect(
        relative(repository.directory, step.outputs.markdown ?? ''),
      ).toMatch(/^\.\./);
      expect(await repository.files()).toEqual(before);
    });

    it('lets people change what is theirs', async () => {
      await writeFile(join(repository.directory, 'NOTES.md'), 'ours\n');
      await writeFile(join(repository.directory, 'CHANGELOG.md'), 'ours\n');
      expect((await asStep()).exitCode).toBe(0);
    });

    it('says first that another skeleton rendered the repository', async () => {
      const stamp = (await repository.files())[STAMP] ?? '';
      const version = /^skeleton: (.+)$/m.exec(stamp)?.[1] ?? '';
      await repository.edit(STAMP, version, '0.0.1+000000000000');
      const step = await asStep();
      expect(step.exitCode).toBe(1);
      expect(step.stdout).toContain(
        `The repository was rendered by skeleton 0.0.1+000000000000; this action carries ${version}`,
      );
    });

    it('shows a change of the environment file as a difference', async () => {
      await repository.edit(
        'scalardl.yaml',
        '    clusterName: payments-ledger',
        '    clusterName: payments-books',
      );
      const step = await asStep();
      expect(step.exitCode).toBe(1);
      expect(JSON.parse(step.outputs.files ?? '')).toContain(
        'clusters/ledger.yaml',
      );
      expect(JSON.parse(step.outputs.files ?? '')).not.toContain(
        'scalardl.yaml',
      );
    });

    it('keeps the summary whole whatever a file holds', async () => {
      await repository.edit(
        AUDITOR,
        'minSize: 3',
        'minSize: 3 # ```` </details> \u001b[31m',
      );
      const { summary, stdout } = await asStep();
      const [, fence = ''] = /\n(`{3,})diff\n/.exec(summary) ?? [];
      expect(fence.length).toBeGreaterThan(4);
      expect(summary.split(`\n${fence}`)).toHaveLength(3);
      expect(stdout + summary).not.toContain('\u001b');
    });

    it('stays within a job summary and says how much is cut', async () => {
      const long = `# ${'日'.repeat(100)}\n`.repeat(2000);
      for (const path of [AUDITOR, 'clusters/ledger.yaml']) {
        await repository.edit(path, 'minSize: 3', `minSize: 3\n${long}`);
      }
      const { summary } = await asStep();
      expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(1024 * 1024);
      const end = summary.slice(-100);
      expect(end).toMatch(/\d+ more lines do not fit here; the log has them\./);
      expect(end).toMatch(/<\/details>\n$/);
    });
  });

  describe('mode: write', () => {
    it('makes the repository what it should be, and then changes nothing', async () => {
      const golden = await repository.files();
      await spoil();
      await writeFile(join(repository.directory, 'NOTES.md'), 'ours\n');
      const first = await asStep({ mode: 'write' });
      expect(first.exitCode).toBe(0);
      expect(first.commands).toEqual([]);
      expect(JSON.parse(first.outputs.files ?? '')).toEqual(SPOILT);
      const written = await repository.files();
      expect(written).toEqual({ ...golden, 'NOTES.md': 'ours\n' });
      const second = await asStep({ mode: 'write' });
      expect(second.outputs.changed).toBe('false');
      expect(await repository.files()).toEqual(written);
      expect((await asStep({ mode: 'check' })).exitCode).toBe(0);
    });

    it('renders a whole repository from its environment file alone', async () => {
      const golden = await repository.files();
      for (const path of Object.keys(golden)) {
        if (path !== 'scalardl.yaml') await remove(path);
      }
      const step = await asStep({ mode: 'write' });
      expect(step.exitCode).toBe(0);
      expect(await repository.files()).toEqual(golden);
    });

    it('writes nothing for an environment file that is not valid', async () => {
      await spoil();
      const first = await repository.edit(
        'scalardl.yaml',
        'licensing: byol',
        'licensing: free',
      );
      const second = await repository.edit(
        'scalardl.yaml',
        'authentication: hmac',
        'authentication: none',
      );
      const before = await repository.files();
      const step = await asStep({ mode: 'write' });
      expect(step.exitCode).toBe(1);
      expect(
        step.commands.map(({ properties }) => [
          properties.file,
          properties.line,
        ]),
      ).toEqual([
        ['scalardl.yaml', String(first)],
        ['scalardl.yaml', String(second)],
        [undefined, undefined],
      ]);
      expect(await repository.files()).toEqual(before);
    });
  });

  describe('ledger-host', () => {
    const host = 'ledger-0123456789.elb.ap-northeast-1.amazonaws.com';

    it('writes values outside the repository that name it', async () => {
      const before = await repository.files();
      const step = await asStep({ 'ledger-host': host });
      expect(step.exitCode).toBe(0);
      const overlay = step.outputs.overlay ?? '';
      expect(relative(repository.directory, overlay)).toMatch(/^\.\./);
      expect(await readFile(overlay, 'utf8')).toContain(host);
      expect(await repository.files()).toEqual(before);
    });

    it('refuses what is no DNS name before anything is written', async () => {
      await spoil();
      const before = await repository.files();
      const step = await asStep({ mode: 'write', 'ledger-host': 'a b\nc: d' });
      expect(step.exitCode).toBe(1);
      expect(step.commands).toHaveLength(1);
      expect(step.commands[0]?.message).toMatch(/^ledger-host: Expected /);
      expect(await repository.files()).toEqual(before);
    });
  });

  it('names every input that cannot be used, at once', async () => {
    const step = await asStep({ mode: 'apply', environment: 'env.yaml' });
    expect(step.exitCode).toBe(1);
    expect(step.commands.map(({ message }) => message)).toEqual([
      'mode: expected check or write, received "apply".\nenvironment: expected the path of a file called scalardl.yaml, received "env.yaml".',
    ]);
  });

  it('says which environment file it could not read', async () => {
    await remove('scalardl.yaml');
    const step = await asStep();
    expect(step.exitCode).toBe(1);
    expect(step.commands[0]?.message).toMatch(
      /^environment: expected a file scalardl\.yaml that can be read: ENOENT/,
    );
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

    it('compares and writes', async () => {
      await repository.edit(AUDITOR, 'minSize: 3', 'minSize: 2');
      const check = await asCommand();
      expect(check.exitCode).toBe(1);
      expect(check.stdout).toContain(`${AUDITOR}: differs`);
      expect(check.stderr).toContain('1 file is not what');
      const write = await asCommand('--mode', 'write');
      expect([write.exitCode, write.stderr]).toEqual([0, '']);
      expect((await asCommand()).stdout).toBe('Every file is current.\n');
    });
  });
});
