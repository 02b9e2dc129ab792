import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import {
  pureSchemas,
  shakeSchemas,
} from '../../../.scripts/actions/shakeSchemas';

const CLIENTS = ['ec2', 'eks', 'sts', 'cloudformation', 'auto-scaling'];

function schemaFile(client: string): string {
  const manifest = require.resolve(`@aws-sdk/client-${client}/package.json`);
  return join(dirname(manifest), 'dist-es/schemas/schemas_0.js');
}

describe('shakeSchemas', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'scalardl-on-eks-schemas-'));
  });

  afterAll(() => rm(folder, { recursive: true }));

  /** Every export of a schema file, with functions called, so that two files can be compared. */
  async function schemasOf(source: string, file: string): Promise<string> {
    const out = join(folder, `${Math.random()}.cjs`);
    await build({
      stdin: { contents: source, resolveDir: dirname(file) },
      bundle: true,
      platform: 'node',
      format: 'cjs',
      outfile: out,
      logLevel: 'error',
    });
    const exported = require(out) as Record<string, unknown>;
    return JSON.stringify(Object.entries(exported), (_key, value: unknown) =>
      typeof value === 'function' ? String(value) : value,
    );
  }

  it.each(CLIENTS)('changes nothing of what %s describes', async client => {
    const file = schemaFile(client);
    const source = await readFile(file, 'utf8');
    const pure = pureSchemas(source);
    expect(pure.match(/@__PURE__/g)?.length).toBeGreaterThan(50);
    expect(await schemasOf(pure, file)).toBe(await schemasOf(source, file));
  });

  it('leaves one operation of EC2 without the other 750', async () => {
    const bytes = async (shaken: boolean) => {
      const { outputFiles } = await build({
        stdin: {
          contents: `export { DescribeVpcsCommand } from '@aws-sdk/client-ec2';`,
          resolveDir: __dirname,
        },
        bundle: true,
        write: false,
        platform: 'node',
        format: 'esm',
        mainFields: ['module', 'main'],
        minifyWhitespace: true,
        plugins: shaken ? [shakeSchemas] : [],
        logLevel: 'error',
      });
      return outputFiles[0]?.contents.length ?? 0;
    };
    expect(await bytes(false)).toBeGreaterThan(700_000);
    expect(await bytes(true)).toBeLessThan(400_000);
  });
});
