import { mkdir, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeWholeFile } from './wholeFile';

describe('writeWholeFile', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'scalardl-whole-file-'));
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('makes the folder, replaces the file and leaves nothing beside it', async () => {
    const path = join(folder, 'a/b/report.json');
    await writeWholeFile(path, 'first');
    await writeWholeFile(path, 'second');
    expect(await readFile(path, 'utf8')).toBe('second');
    expect(await readdir(join(folder, 'a/b'))).toEqual(['report.json']);
  });

  it('leaves nothing behind where the file cannot be put in place', async () => {
    const path = join(folder, 'report.json');
    await mkdir(join(path, 'inside'), { recursive: true });
    await expect(writeWholeFile(path, 'text')).rejects.toThrow();
    expect(await readdir(folder)).toEqual(['report.json']);
  });
});
