import { mkdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { readFile, readdir, readlink } from 'node:fs/promises';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { repositoryAt } from '../__testUtils__/repositoryAt';
import { type StepOptions, runAction } from '../__testUtils__/runAction';
import {
  createRepositoryWriteAction,
  repositoryWriteOptions,
} from './repositoryWrite';

describe('scalardl:repository:write', () => {
  const root = createMockDirectory();
  const directory = () => root.resolve('published');

  beforeEach(() =>
    root.setContent({
      published: {},
      workspace: {
        'scalardl.yaml': 'kind: Environment\n',
        '.github': { workflows: { 'deploy.yaml': 'name: deploy\n' } },
      },
    }),
  );

  interface Input {
    name: string;
    gitCommitMessage?: string;
    gitAuthorName?: string;
    gitAuthorEmail?: string;
    [key: string]: string | undefined;
  }

  function run(input: Input, options: Partial<StepOptions<Input>> = {}) {
    return runAction(createRepositoryWriteAction({ directory: directory() }), {
      workspacePath: root.resolve('workspace'),
      ...options,
      input,
    });
  }

  describe('a free name', () => {
    it('becomes a repository with everything in one commit on main', async () => {
      const { done, outputs } = run({ name: 'payments' });
      await done;
      const repository = await repositoryAt(root.resolve('published/payments'));
      expect(repository).toMatchObject({
        branch: 'main',
        branches: ['main'],
        files: ['.github/workflows/deploy.yaml', 'scalardl.yaml'],
        changed: [],
      });
      expect(repository.commits).toHaveLength(1);
      expect(outputs).toEqual({
        directory: root.resolve('published/payments'),
        commit: repository.commits[0]?.id,
      });
      expect(await readdir(directory())).toEqual(['payments']);
    });

    it('gets the message and the author of the step', async () => {
      await run({
        name: 'payments',
        gitCommitMessage: 'Environment payments',
        gitAuthorName: 'Payments team',
        gitAuthorEmail: 'payments@example.com',
      }).done;
      const { commits } = await repositoryAt(
        root.resolve('published/payments'),
      );
      expect(commits[0]).toMatchObject({
        message: 'Environment payments\n\nScaffolder-Task: mock-task-id\n',
        author: { name: 'Payments team', email: 'payments@example.com' },
        committer: { name: 'Payments team', email: 'payments@example.com' },
      });
    });

    it('keeps what may be executed and leaves out a .git of the workspace', async () => {
      writeFileSync(root.resolve('workspace/run.sh'), '#!/bin/sh\n', {
        mode: 0o755,
      });
      mkdirSync(root.resolve('workspace/.git/hooks'), { recursive: true });
      writeFileSync(
        root.resolve('workspace/.git/hooks/post-checkout'),
        'exit 1\n',
      );
      await run({ name: 'payments' }).done;
      const script = statSync(root.resolve('published/payments/run.sh'));
      expect(script.mode & 0o111).not.toBe(0);
      const { changed, files } = await repositoryAt(
        root.resolve('published/payments'),
      );
      expect(changed).toEqual([]);
      expect(files).toContain('run.sh');
      await expect(
        readdir(root.resolve('published/payments/.git/hooks')),
      ).resolves.not.toContain('post-checkout');
    });

    it('stands in the real folder where the directory is a link', async () => {
      root.addContent({ real: {} });
      symlinkSync(root.resolve('real'), root.resolve('linked'));
      const { done, outputs } = runAction(
        createRepositoryWriteAction({ directory: root.resolve('linked') }),
        {
          workspacePath: root.resolve('workspace'),
          input: { name: 'payments' },
        },
      );
      await done;
      expect(outputs.directory).toBe(root.resolve('real/payments'));
      expect(await readdir(root.resolve('real'))).toEqual(['payments']);
    });
  });

  describe('a name that is no folder name', () => {
    it.each([
      '',
      '.',
      '..',
      '../elsewhere',
      'a/b',
      'a\\b',
      '/etc',
      '.git',
      'C:',
      'payments.',
      'pay\nments',
    ])('%j is refused', async name => {
      await expect(run({ name }).done).rejects.toMatchObject({
        name: 'InputError',
        message: expect.stringContaining(`received ${JSON.stringify(name)}`),
      });
      expect(await readdir(directory())).toEqual([]);
      expect(await readdir(root.path)).toEqual(['published', 'workspace']);
    });
  });

  describe('a taken name', () => {
    it('keeps its folder as it is', async () => {
      root.addContent({ 'published/payments/mine.txt': 'mine' });
      await expect(run({ name: 'payments' }).done).rejects.toMatchObject({
        name: 'ConflictError',
        message: expect.stringMatching(/"payments".*another input "name"/),
      });
      expect(root.content({ path: 'published' })).toEqual({
        payments: { 'mine.txt': 'mine' },
      });
    });

    it('keeps a link that leads out of the directory, or nowhere', async () => {
      const elsewhere = root.resolve('elsewhere');
      symlinkSync(elsewhere, root.resolve('published/payments'));
      await expect(run({ name: 'payments' }).done).rejects.toMatchObject({
        name: 'ConflictError',
      });
      expect(await readlink(root.resolve('published/payments'))).toBe(
        elsewhere,
      );
      expect(await readdir(root.path)).not.toContain('elsewhere');
    });

    it('goes to one of two tasks that want it at once', async () => {
      const results = await Promise.allSettled(
        ['one', 'two'].map(
          id => run({ name: 'payments' }, { task: { id } }).done,
        ),
      );
      const refused = results.filter(({ status }) => status === 'rejected');
      expect(refused).toEqual([
        {
          status: 'rejected',
          reason: expect.objectContaining({ name: 'ConflictError' }),
        },
      ]);
      expect(await readdir(directory())).toEqual(['payments']);
      const { commits, changed } = await repositoryAt(
        root.resolve('published/payments'),
      );
      expect(commits).toHaveLength(1);
      expect(changed).toEqual([]);
    });
  });

  describe('a workspace that cannot be published', () => {
    it('is refused where it holds a link, and nothing is left behind', async () => {
      symlinkSync('/etc/hostname', root.resolve('workspace/notes'));
      await expect(run({ name: 'payments' }).done).rejects.toMatchObject({
        name: 'NotAllowedError',
        message: expect.stringContaining('notes'),
      });
      expect(await readdir(directory())).toEqual([]);
    });

    it('is refused where it holds no file, and nothing is left behind', async () => {
      root.addContent({ empty: { folder: {} } });
      await expect(
        run({ name: 'payments' }, { workspacePath: root.resolve('empty') })
          .done,
      ).rejects.toMatchObject({ name: 'InputError' });
      expect(await readdir(directory())).toEqual([]);
    });
  });

  describe('a step that starts again', () => {
    it('finds the repository that it had made', async () => {
      const first = run({ name: 'payments' });
      await first.done;
      const second = run({ name: 'payments' });
      await second.done;
      expect(second.outputs).toEqual(first.outputs);
      const { commits } = await repositoryAt(
        root.resolve('published/payments'),
      );
      expect(commits).toHaveLength(1);
    });

    it('replaces what it had begun', async () => {
      root.addContent({
        'published/.payments-mock-task-id.partial/old.txt': 'begun',
      });
      await run({ name: 'payments' }).done;
      expect(await readdir(directory())).toEqual(['payments']);
      const { files } = await repositoryAt(root.resolve('published/payments'));
      expect(files).not.toContain('old.txt');
    });

    it('trusts its checkpoint', async () => {
      const kept = { directory: '/kept', commit: 'abc' };
      const { done, outputs } = run(
        { name: 'payments' },
        { checkpoint: async () => kept as never },
      );
      await done;
      expect(outputs).toEqual(kept);
      expect(await readdir(directory())).toEqual([]);
    });

    it('does not take the repository of another task for its own', async () => {
      await run({ name: 'payments' }).done;
      await expect(
        run({ name: 'payments' }, { task: { id: 'another' } }).done,
      ).rejects.toMatchObject({ name: 'ConflictError' });
    });
  });

  describe('a dry run', () => {
    it('says where the repository would stand and writes nothing', async () => {
      root.setContent({ workspace: { 'scalardl.yaml': '' } });
      const { done, outputs } = run({ name: 'payments' }, { isDryRun: true });
      await done;
      expect(outputs).toEqual({
        directory: root.resolve('published/payments'),
      });
      expect(await readdir(root.path)).toEqual(['workspace']);
    });

    it('says that a name is taken', async () => {
      root.addContent({ 'published/payments/mine.txt': 'mine' });
      await expect(
        run({ name: 'payments' }, { isDryRun: true }).done,
      ).rejects.toMatchObject({ name: 'ConflictError' });
    });
  });

  describe('app-config', () => {
    it('names no directory: there is no action', () => {
      expect(repositoryWriteOptions(new ConfigReader({}))).toBeUndefined();
    });

    it('names a directory and an author', async () => {
      const options = repositoryWriteOptions(
        new ConfigReader({
          scalardl: { publish: { directory: directory() } },
          scaffolder: {
            defaultAuthor: { name: 'Portal', email: 'portal@example.com' },
          },
        }),
      );
      if (!options) throw new Error('Expected options, received none.');
      await runAction(createRepositoryWriteAction(options), {
        workspacePath: root.resolve('workspace'),
        input: { name: 'payments' },
      }).done;
      const { commits } = await repositoryAt(
        root.resolve('published/payments'),
      );
      expect(commits[0]?.author).toMatchObject({
        name: 'Portal',
        email: 'portal@example.com',
      });
      await expect(
        readFile(root.resolve('published/payments/scalardl.yaml'), 'utf8'),
      ).resolves.toBe('kind: Environment\n');
    });
  });
});
