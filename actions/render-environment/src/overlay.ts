import {
  InputError,
  writeTemporaryFile,
} from '@scalardl-on-eks/action-toolkit';
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
  return writeTemporaryFile('values.yaml', renderOverlay(environment, host));
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
