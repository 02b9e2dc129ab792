import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeReadProfiles } from '../../verify/action/readProfiles';
import type { World } from '../../verify/world/world';
import { type Measured, measured } from './measured';

const ACTION = resolve(
  __dirname,
  '../../../actions/verify-guidelines/dist/index.js',
);
const COUNTER = pathToFileURL(join(__dirname, 'countRequests.mjs')).href;

export interface LiveCost extends Measured {
  /** Calls of AWS and Kubernetes, counted in a run of its own. */
  requests: number;
}

/** The live stage as its users run it: the committed bundle, over the pair, in a process of its own. */
export async function judgeLive(
  world: World,
  folder: string,
): Promise<LiveCost> {
  const directory = join(folder, 'live');
  await mkdir(directory, { recursive: true });
  const credentials = join(directory, 'credentials');
  await writeReadProfiles(world, credentials);
  await writeFile(join(directory, 'scalardl.yaml'), world.environment);
  const env = {
    AWS_ENDPOINT_URL: world.testbed.url,
    AWS_REGION: world.ledger.place.region,
    AWS_SHARED_CREDENTIALS_FILE: credentials,
  };
  const flags = [
    '--stage=live',
    '--ledger-profile=ledger',
    '--auditor-profile=auditor',
  ];
  const run = async (...options: string[]) => {
    const cost = await measured({
      command: [process.execPath, ...options, ACTION, ...flags],
      env: { ...env, REQUESTS_FILE: join(directory, 'requests') },
      directory,
    });
    await assertComplete(directory, cost);
    return cost;
  };
  await run(`--import=${COUNTER}`);
  const requests = Number(await readFile(join(directory, 'requests'), 'utf8'));
  return { ...(await run()), requests };
}

interface ReadReport {
  complete: boolean;
  results: { verdict: string; reason?: string }[];
}

/** A fast run that read half of it is no figure. */
async function assertComplete(
  directory: string,
  { output }: Measured,
): Promise<void> {
  const text = await readFile(join(directory, 'scalardl-report.json'), 'utf8');
  const report = JSON.parse(text) as ReadReport;
  const unknown = report.results.filter(({ verdict }) => verdict === 'unknown');
  if (report.complete && unknown.length === 0) return;
  throw new Error(
    `Expected the live stage to read all, received ${unknown.length} unknown: ${[...new Set(unknown.map(({ reason }) => reason))].join('; ')}\n${output}`,
  );
}
