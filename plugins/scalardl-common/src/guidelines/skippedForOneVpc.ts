import type { LiveVpc } from '../facts/live';
import { skipped } from './finding';
import type { Finding } from './guideline';

/** The finding of a rule about what lies between two VPCs, where both clusters stand in one. */
export function skippedForOneVpc(
  ledger: LiveVpc,
  auditor: LiveVpc,
): Finding | undefined {
  return ledger.id === auditor.id
    ? skipped(
        `both clusters stand in ${ledger.id}, which separate-clusters judges`,
      )
    : undefined;
}
