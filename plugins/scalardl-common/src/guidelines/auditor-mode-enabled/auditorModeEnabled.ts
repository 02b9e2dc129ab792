import { isFromEnvironment } from '../../facts/product/configuration';
import type { Properties } from '../../facts/properties';
import type { SourceDocument } from '../../facts/sourceDocument';
import type { Subject } from '../../report/report';
import { combine } from '../finding';
import { flagSubject } from '../flagSubject';
import { type Guideline, sideCheck } from '../guideline';
import { source } from '../sources';

const FLAGS = [
  'scalar.dl.ledger.proof.enabled',
  'scalar.dl.ledger.auditor.enabled',
];
const HMAC_KEY = 'scalar.dl.ledger.servers.authentication.hmac.secret_key';
const KEY_PATH = 'scalar.dl.ledger.proof.private_key_path';
const KEY_PEM = 'scalar.dl.ledger.proof.private_key_pem';

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
          ...FLAGS.map(key => flagSubject(properties, key)),
          signingKeySubject(properties, product),
        ],
        {
          none: 'no Ledger properties',
          expected: 'proof and auditor enabled, with a key to sign proofs',
        },
      ),
  }),
};

function signingKeySubject(
  properties: Properties,
  product: SourceDocument,
): Subject {
  const id = 'key that signs proofs';
  if (properties.get(HMAC_KEY) || properties.get(KEY_PEM)) {
    const key = properties.get(HMAC_KEY) ? HMAC_KEY : KEY_PEM;
    return {
      id,
      verdict: 'pass',
      detail: `${key} is set`,
      location: properties.locate(key),
    };
  }
  const path = properties.get(KEY_PATH);
  if (!path) {
    return {
      id,
      verdict: 'fail',
      detail: `neither ${HMAC_KEY} nor ${KEY_PATH} is set`,
      location: properties.locate(KEY_PATH),
    };
  }
  const location = properties.locate(KEY_PATH);
  if (isFromEnvironment(path)) {
    return {
      id,
      verdict: 'unknown',
      detail: `${KEY_PATH} is set by an environment variable`,
      location,
    };
  }
  const mounted = mountPaths(product).some(
    mount => path === mount || path.startsWith(`${mount.replace(/\/$/, '')}/`),
  );
  return {
    id,
    verdict: mounted ? 'pass' : 'fail',
    detail: mounted ? `${path} is mounted` : `nothing is mounted at ${path}`,
    location: mounted
      ? location
      : product.locate('ledger', 'extraVolumeMounts'),
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
