import { execFile } from 'node:child_process';
import {
  cp,
  mkdtemp,
  readFile,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const ROOT = resolve(__dirname, '../..');
const COPIED = [
  '.scripts/guidelines',
  'plugins/scalardl-common',
  'test/guidelines',
];
const ID = 'nothing-left-to-chance';
const FOLDER = `plugins/scalardl-common/src/guidelines/${ID}`;

let copy: string;

/** Runs a program of `.scripts/guidelines` in the copy. */
async function run(program: string, ...args: string[]) {
  const transform = join(
    ROOT,
    'node_modules/@backstage/cli-node/config/nodeTransform.cjs',
  );
  const command = [join(copy, '.scripts/guidelines', program), ...args];
  return promisify(execFile)(
    process.execPath,
    ['--require', transform, ...command],
    { cwd: copy, env: { ...process.env, NODE_OPTIONS: '' } },
  );
}

/** What `--check` says about the new guideline and about generated files. */
async function problems(): Promise<string[]> {
  const { stderr } = await run('generate.ts', '--check').catch(
    (failed: { stderr: string }) => failed,
  );
  return stderr
    .split('\n')
    .filter(line => line.includes(ID) || line.includes('is out of date'));
}

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'create-guideline-'));
  await Promise.all(
    COPIED.map(folder =>
      cp(join(ROOT, folder), join(copy, folder), { recursive: true }),
    ),
  );
  await symlink(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
}, 60_000);

afterAll(() => rm(copy, { recursive: true, force: true }));

describe('create-guideline', () => {
  it('creates everything of a guideline and names exactly what is left to write', async () => {
    const { stdout } = await run('create.ts', ID);
    const left = stdout.split('\n').filter(line => line.includes(ID));
    const places = left.map(line => line.split(' ')[0]?.replace(/:\d+$/, ''));
    expect([...new Set(places)].sort()).toEqual([
      `${FOLDER}/doc.md`,
      `${FOLDER}/nothingLeftToChance.ts`,
      `test/guidelines/${ID}/fail.by-hand.yaml`,
      `test/guidelines/${ID}/pass.standard.yaml`,
    ]);
    expect(left.every(line => line.includes('is not written yet: '))).toBe(
      true,
    );
  }, 60_000);

  it('lists the new guideline in its place, and leaves nothing else to generate', async () => {
    const index = await readFile(
      join(copy, 'plugins/scalardl-common/src/guidelines/index.ts'),
      'utf8',
    );
    expect(index).toContain(`import { nothingLeftToChance } from './${ID}';\n`);
    const stale = (await problems()).filter(line =>
      line.includes('is out of date'),
    );
    expect(stale).toEqual([]);
  }, 60_000);

  it('leaves nothing to name once the marks are gone', async () => {
    const files = [
      `${FOLDER}/doc.md`,
      `${FOLDER}/nothingLeftToChance.ts`,
      `test/guidelines/${ID}/fail.by-hand.yaml`,
      `test/guidelines/${ID}/pass.standard.yaml`,
    ];
    for (const file of files) {
      const text = await readFile(join(copy, file), 'utf8');
      await writeFile(join(copy, file), text.replaceAll('✎ ', ''));
    }
    await run('generate.ts');
    expect(await problems()).toEqual([]);
  }, 60_000);

  it.each([
    ['one that is there already', [ID], 'is there already'],
    ['a name that is not in kebab-case', ['NothingLeft'], 'in kebab-case'],
    ['a way out of the folder', ['../escape-here'], 'in kebab-case'],
    ['two names', ['one-thing', 'other-thing'], 'Expected one id'],
    ['no name', [], 'Expected one id'],
  ])('refuses %s', async (_, args, message) => {
    await expect(run('create.ts', ...args)).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining(message),
    });
  });
});
