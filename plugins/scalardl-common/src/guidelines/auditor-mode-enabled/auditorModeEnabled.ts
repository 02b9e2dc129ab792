import { certain } from '../../facts/kubernetes/certainty';
import { holds } from '../../facts/live/configuration';
import type { SourceDocument } from '../../facts/sourceDocument';
import { combine } from '../finding';
import { type Guideline, sideCheck } from '../guideline';
import { source } from '../sources';
import { EXPECTED, flagSubjects } from './flags';
import { live } from './live';
import { type Mounted, signingKeySubject } from './signingKey';

/** https://scalardl.scalar-labs.com/docs/latest/configurations/ */
export const auditorModeEnabled: Guideline = {
  id: 'auditor-mode-enabled',
  level: 'requirement',
  title: 'Ledger proves its assets to Auditor',
  source: source('configurations', 'Ledger configurations: proof and auditor'),
  pass: 'Ledger runs with proofs and Auditor enabled, and has a key to sign its proofs.',
  fail: 'Ledger does not give Auditor the signed proofs that Byzantine fault detection needs.',
  remedy:
    'Set scalar.dl.ledger.proof.enabled=true and scalar.dl.ledger.auditor.enabled=true in ledger.ledgerProperties, and either the shared HMAC key or a mounted private key.',
  plan: sideCheck({
    sides: ['ledger'],
    needs: ['properties', 'product'],
    check: ({ properties, product }) =>
      combine(
        [
          ...flagSubjects(properties),
          signingKeySubject(properties, mountedBy(product)),
        ],
        { none: 'no Ledger properties', expected: EXPECTED },
      ),
  }),
  live,
};

function mountedBy(product: SourceDocument): Mounted {
  return {
    at: path => certain(mountPaths(product).some(mount => holds(mount, path))),
    location: product.locate('ledger', 'extraVolumeMounts'),
  };
}

/** Mount paths whose volume is declared too; a mount without its volume never starts. */
function mountPaths(product: SourceDocument): string[] {
  const volumes = product.get('ledger', 'extraVolumes');
  const mounts = product.get('ledger', 'extraVolumeMounts');
  if (!Array.isArray(volumes) || !Array.isArray(mounts)) return [];
  const names = new Set(volumes.map(volume => volume?.name));
  return mounts
    .filter(
      mount => names.has(mount?.name) && typeof mount?.mountPath === 'string',
    )
    .map(mount => mount.mountPath as string);
}
