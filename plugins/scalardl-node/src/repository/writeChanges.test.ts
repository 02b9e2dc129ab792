import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readRepositoryFiles } from './readRepositoryFiles';
import { writeChanges } from './writeChanges';

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'repository-'));
});

afterEach(() => rm(directory, { recursive: true, force: true }));

describe('writeChanges', () => {
  it('should create, update and remove, and leave nothing aside', async () => {
    await writeFile(join(directory, 'b'), 'old');
    await writeFile(join(directory, 'c'), 'gone');
    await writeFile(join(directory, 'd'), 'kept');
    await writeChanges(directory, [
      { path: 'x/y/a', change: 'create', after: 'new' },
      { path: 'b', change: 'update', before: 'old', after: 'newer' },
      { path: 'c', change: 'remove', before: 'gone' },
      { path: 'd', change: 'keep', before: 'kept', after: 'kept' },
    ]);
    await expect(readRepositoryFiles(directory)).resolves.toEqual({
      'x/y/a': 'new',
      b: 'newer',
      d: 'kept',
    });
    await expect(readdir(directory)).resolves.toEqual(['b', 'd', 'x']);
  });

  it('should make the folder when it is missing', async () => {
    const missing = join(directory, 'new', 'folder');
    await writeChanges(missing, [{ path: 'a', change: 'create', after: '1' }]);
    await expect(readFile(join(missing, 'a'), 'utf8')).resolves.toBe('1');
  });

  it('should touch nothing when nothing changes', async () => {
    const missing = join(directory, 'missing');
    await writeChanges(missing, [
      { path: 'a', change: 'keep', before: '1', after: '1' },
    ]);
    await expect(readdir(directory)).resolves.toEqual([]);
  });

  it('should take everything back when a step fails', async () => {
    await writeFile(join(directory, 'a'), 'old');
    await writeFile(join(directory, 'c'), 'kept');
    // The second path needs a folder where the first one puts a file.
    const failing = writeChanges(directory, [
      { path: 'a', change: 'update', before: 'old', after: 'new' },
      { path: 'c', change: 'remove', before: 'kept' },
      { path: 'deep/er/f', change: 'create', after: '1' },
      { path: 'deep/er/f/g', change: 'create', after: '2' },
    ]);
    await expect(failing).rejects.toMatchObject({
      code: 'WRITE_FAILED',
      message: `The files in ${directory} cannot be written; nothing was changed. Check the permissions and the free space.`,
      cause: { code: 'UNREADABLE', cause: { code: 'ENOTDIR' } },
    });
    await expect(readRepositoryFiles(directory)).resolves.toEqual({
      a: 'old',
      c: 'kept',
    });
    await expect(readdir(directory)).resolves.toEqual(['a', 'c']);
  });

  it('should take a folder back that it made for nothing', async () => {
    const missing = join(directory, 'new', 'folder');
    await expect(
      writeChanges(missing, [
        { path: 'a', change: 'create', after: '1' },
        { path: 'a/b', change: 'create', after: '2' },
      ]),
    ).rejects.toMatchObject({ code: 'WRITE_FAILED' });
    await expect(readdir(directory)).resolves.toEqual([]);
  });

  it.each(['../a', '/etc/a', 'a/../../b', '.git/hooks/pre-commit'])(
    'should refuse the path %j',
    async path => {
      await expect(
        writeChanges(directory, [{ path, change: 'create', after: '1' }]),
      ).rejects.toMatchObject({ code: 'UNSAFE_PATH' });
      await expect(readdir(directory)).resolves.toEqual([]);
    },
  );

  it('should refuse to pass a symbolic link, and write nothing before', async () => {
    const outside = await mkdtemp(join(tmpdir(), 'outside-'));
    await symlink(outside, join(directory, 'clusters'));
    await expect(
      writeChanges(directory, [
        { path: 'a', change: 'create', after: '1' },
        { path: 'clusters/ledger.yaml', change: 'create', after: '1' },
      ]),
    ).rejects.toMatchObject({
      code: 'UNSAFE_PATH',
      message:
        'Expected a folder at clusters, received a symbolic link; remove it.',
    });
    await expect(readdir(outside)).resolves.toEqual([]);
    await expect(readdir(directory)).resolves.toEqual(['clusters']);
    await rm(outside, { recursive: true });
  });

  it('should refuse to replace a symbolic link or a folder by a file', async () => {
    await symlink('/etc/hostname', join(directory, 'a'));
    await mkdir(join(directory, 'b'));
    for (const path of ['a', 'b']) {
      await expect(
        writeChanges(directory, [{ path, change: 'create', after: '1' }]),
      ).rejects.toMatchObject({ code: 'UNSAFE_PATH' });
    }
  });
});
