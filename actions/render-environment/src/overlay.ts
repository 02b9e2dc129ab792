import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InputError, writeWholeFile } from '@scalardl-on-eks/action-toolkit';
import type { Environment } from '@scalardl-on-eks/plugin-scalardl-common';
import { renderLedgerHostOverlay } from '@scalardl-on-eks/plugin-scalardl-node';

/**
 * Writes the values that name the Ledger's load balancer, outside the repository: they change with the
 * load balancer and must not be committed.
 *
 * @returns the path of the file
 */
export async function writeOverlay(
  environment: Environment,
  host: string,
): Promise<string> {
  const text = renderOverlay(environment, host);
  const parent = process.env.RUNNER_TEMP || tmpdir();
  const folder = await mkdtemp(join(parent, 'scalardl-ledger-host-'));
  const path = join(folder, 'values.yaml');
  await writeWholeFile(path, text);
  return path;
}

function renderOverlay(environment: Environment, host: string): string {
  try {
    return renderLedgerHostOverlay({ environment, host });
  } catch (cause) {
    throw new InputError([`ledger-host: ${(cause as Error).message}`], {
      cause,
    });
  }
}
