import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { writeFile } from 'node:fs/promises';

const TOKEN = 'only-for-the-bare-app-of-this-check';

/** How long a backend may take to start, in milliseconds. */
const START_TIMEOUT = 120_000;

/**
 * Starts the bare app's backend and reads the ids of the scaffolder actions that it offers.
 *
 * @throws Error with the backend's output where it does not start
 */
export async function actionsOfBackend(folder: string): Promise<string[]> {
  const port = await freePort();
  await writeFile(join(folder, 'app-config.yaml'), configuration(port));
  const child = spawn(process.execPath, ['backend.cjs'], {
    cwd: folder,
    env: { ...process.env, NODE_ENV: 'development' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: Buffer[] = [];
  child.stdout.on('data', chunk => output.push(chunk));
  child.stderr.on('data', chunk => output.push(chunk));
  try {
    return await readActions(port, () => child.exitCode !== null);
  } catch (cause) {
    throw new Error(`The backend did not start:\n${Buffer.concat(output)}`, {
      cause,
    });
  } finally {
    child.kill();
  }
}

async function readActions(
  port: number,
  hasEnded: () => boolean,
): Promise<string[]> {
  const address = `http://127.0.0.1:${port}/api/scaffolder/v2/actions`;
  const headers = { authorization: `Bearer ${TOKEN}` };
  const deadline = Date.now() + START_TIMEOUT;
  while (Date.now() < deadline && !hasEnded()) {
    // Refused until the backend listens, and 503 until the plugin is ready.
    const response = await fetch(address, { headers }).catch(() => undefined);
    if (response?.ok) {
      const actions = (await response.json()) as { id: string }[];
      return actions.map(({ id }) => id);
    }
    await wait(500);
  }
  throw new Error(`${address} did not answer.`);
}

function configuration(port: number): string {
  return JSON.stringify({
    app: { baseUrl: `http://127.0.0.1:${port}` },
    organization: { name: 'Bare' },
    backend: {
      baseUrl: `http://127.0.0.1:${port}`,
      listen: { host: '127.0.0.1', port },
      database: { client: 'better-sqlite3', connection: ':memory:' },
      auth: {
        externalAccess: [
          { type: 'static', options: { token: TOKEN, subject: 'check' } },
        ],
      },
    },
    auth: { providers: {} },
    // Makes the module register the action that writes to disk too.
    scalardl: { publish: { directory: './repositories' } },
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(done => {
    server.listen(0, '127.0.0.1', done);
  });
  const address = server.address();
  await new Promise(done => {
    server.close(done);
  });
  if (typeof address !== 'object' || !address) throw new Error('no port');
  return address.port;
}
