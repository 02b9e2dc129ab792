import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { assertPortFree, freePort } from './testPortal';

const ROOT = resolve(__dirname, '../..');

jest.setTimeout(240_000);

/** `npm start` after its set-up, on ports of its own. */
async function startProgram(given: { portalPort?: number } = {}) {
  const portalPort = given.portalPort ?? (await freePort());
  const backendPort = await freePort();
  const child = spawn(
    process.execPath,
    [
      '--require',
      require.resolve('@backstage/cli-node/config/nodeTransform.cjs'),
      '.scripts/portal/main.ts',
    ],
    {
      cwd: ROOT,
      env: {
        ...process.env,
        SCALARDL_PORTAL_PORT: String(portalPort),
        SCALARDL_BACKEND_PORT: String(backendPort),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', text => (said.out += text));
  child.stderr.setEncoding('utf8').on('data', text => (said.err += text));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return { child, said, ended, portalPort, backendPort };
}

type Program = Awaited<ReturnType<typeof startProgram>>;

async function expectNothingLeft({ portalPort, backendPort }: Program) {
  for (const port of [portalPort, backendPort]) {
    await expect(
      assertPortFree({ port, variable: 'PORT' }),
    ).resolves.toBeUndefined();
  }
}

describe('npm start', () => {
  it('prints one line when the form can be filled, and Ctrl-C leaves nothing behind', async () => {
    const program = await startProgram();
    const { child, said, ended, portalPort } = program;
    await Promise.race([once(child.stdout, 'data'), ended]);
    const formUrl = `http://127.0.0.1:${portalPort}/create/templates/default/scalardl-on-eks`;
    expect(said.out.split('\n')).toEqual([
      expect.stringContaining(formUrl),
      '',
    ]);
    expect(said.out).toContain('repositories');
    expect(said.err).toBe('Starting Backstage …\n');
    expect((await fetch(formUrl)).status).toBe(200);

    child.kill('SIGINT');
    await expect(ended).resolves.toBe(0);
    await expectNothingLeft(program);
  });

  it('ends while it is still starting', async () => {
    const program = await startProgram();
    await once(program.child.stderr, 'data');
    await delay(1_000);
    program.child.kill('SIGTERM');
    await expect(program.ended).resolves.toBe(0);
    expect(program.said.out).toBe('');
    await expectNothingLeft(program);
  });

  it('says which port is taken and how to choose another', async () => {
    const portalPort = await freePort();
    const server = createServer().listen(portalPort, '127.0.0.1');
    try {
      const { said, ended } = await startProgram({ portalPort });
      await expect(ended).resolves.toBe(1);
      expect(said.err).toContain(`Port ${portalPort}`);
      expect(said.err).toContain('set SCALARDL_PORTAL_PORT to another port');
      expect(said.out).toBe('');
    } finally {
      server.close();
    }
  });
});
