import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readRepositoryFiles } from './readRepositoryFiles';

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'repository-'));
});

afterEach(() => rm(directory, { recursive: true, force: true }));

async function put(path: string, content: string | Buffer): Promise<void> {
  await mkdir(join(directory, path, '..'), { recursive: true });
  await writeFile(join(directory, path), content);
}

describe('readRepositoryFiles', () => {
  it('should read text files by path, without .git and node_modules', async () => {
    await put('a.yaml', 'a: ä\r\n');
    await put('clusters/ledger.yaml', 'b');
    await put('.git/config', 'c');
    await put('sub/node_modules/d.js', 'd');
    await expect(readRepositoryFiles(directory)).resolves.toEqual({
      'a.yaml': 'a: ä\r\n',
      'clusters/ledger.yaml': 'b',
    });
  });

  it('should keep a byte order mark', async () => {
    await put('a', '\ufeffa');
    await expect(readRepositoryFiles(directory)).resolves.toEqual({
      a: '\ufeffa',
    });
  });

  it('should follow no symbolic link', async () => {
    await put('real/a', 'a');
    await symlink(join(directory, 'real'), join(directory, 'folder'));
    await symlink('/etc/hostname', join(directory, 'file'));
    await expect(readRepositoryFiles(directory)).resolves.toEqual({
      'real/a': 'a',
    });
  });

  it('should leave out what is not text, whatever its size', async () => {
    await put('picture.png', Buffer.alloc(4000));
    await expect(
      readRepositoryFiles(directory, { fileBytes: 100 }),
    ).resolves.toEqual({});
  });

  it('should keep a file called __proto__ as a file', async () => {
    await put('__proto__', 'a');
    const files = await readRepositoryFiles(directory);
    expect(Object.keys(files)).toEqual(['__proto__']);
  });

  it.each([
    [{ fileBytes: 3 }, 'Expected text files of 3 bytes, exceeded by a;'],
    [
      { totalBytes: 5 },
      'Expected all text files within 5 bytes, exceeded by b;',
    ],
    [{ entries: 1 }, 'Expected at most 1 files, exceeded by b;'],
  ])('should refuse to exceed %j', async (limits, message) => {
    await put('a', '1234');
    await put('b', '12');
    await expect(readRepositoryFiles(directory, limits)).rejects.toMatchObject({
      code: 'TOO_LARGE',
      message: expect.stringContaining(message),
    });
  });

  it('should say which folder cannot be read, with the cause', async () => {
    const missing = join(directory, 'missing');
    await expect(readRepositoryFiles(missing)).rejects.toMatchObject({
      code: 'UNREADABLE',
      message: `${missing} cannot be read; check that it exists and its permissions.`,
      cause: expect.objectContaining({ code: 'ENOENT' }),
    });
  });
});
