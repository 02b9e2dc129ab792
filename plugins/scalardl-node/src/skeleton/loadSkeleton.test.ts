import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { version } from '../../package.json';
import { loadSkeleton } from './loadSkeleton';
import { packedSkeleton } from './packed';

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'skeleton-'));
  await writeFile(
    join(directory, 'skeleton.yaml'),
    'personOwned: [NOTES.md]\n',
  );
});

afterEach(() => rm(directory, { recursive: true, force: true }));

describe('loadSkeleton', () => {
  it('should read files, sorted, and the person-owned paths', async () => {
    await mkdir(join(directory, '.github'));
    await writeFile(join(directory, '.github', 'b.yml'), 'b\n');
    await writeFile(join(directory, 'NOTES.md'), 'a\n');
    await expect(loadSkeleton(directory)).resolves.toEqual({
      version: expect.stringMatching(/^custom\+[0-9a-f]{12}$/),
      personOwned: ['NOTES.md'],
      files: [
        { path: '.github/b.yml', content: 'b\n' },
        { path: 'NOTES.md', content: 'a\n' },
      ],
    });
  });

  it('should stamp another version when one byte changes', async () => {
    await writeFile(join(directory, 'a'), 'a');
    const before = await loadSkeleton(directory);
    await writeFile(join(directory, 'a'), 'b');
    const after = await loadSkeleton(directory);
    expect(after.version).not.toBe(before.version);
  });

  it('should refuse a symbolic link', async () => {
    await symlink('/etc/hostname', join(directory, 'a'));
    await expect(loadSkeleton(directory)).rejects.toMatchObject({
      message: `The skeleton in ${directory} cannot be loaded; correct the folder or name another one.`,
      cause: new Error('Expected a file or a folder, received a.'),
    });
  });

  it('should refuse a folder without skeleton.yaml', async () => {
    await rm(join(directory, 'skeleton.yaml'));
    await expect(loadSkeleton(directory)).rejects.toMatchObject({
      cause: new Error('Expected skeleton.yaml in the folder.'),
    });
  });

  it('should refuse a skeleton.yaml without personOwned', async () => {
    await writeFile(join(directory, 'skeleton.yaml'), 'owned: []\n');
    await expect(loadSkeleton(directory)).rejects.toMatchObject({
      cause: new TypeError(
        'Expected skeleton.yaml to hold personOwned, a list of paths.',
      ),
    });
  });
});

describe('packedSkeleton', () => {
  it('should be the skeleton of this repository; npm run skeleton packs it', async () => {
    const source = resolve(
      __dirname,
      '../../../../templates/scalardl-on-eks/skeleton',
    );
    expect(packedSkeleton).toEqual(await loadSkeleton(source, version));
  });
});
