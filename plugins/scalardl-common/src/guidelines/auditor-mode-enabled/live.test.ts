import {
  type Trial,
  expected,
  onDeployment,
  onLedger,
  onPodSpec,
  tryOut,
  unreadOnLedger,
} from '../liveTrial.fixture';
import {
  notDeployed,
  withLines,
  withoutKeys,
} from '../propertiesChanges.fixture';
import { auditorModeEnabled } from './auditorModeEnabled';

const SHARED = 'scalar.dl.ledger.servers.authentication.hmac.secret_key';
const PATH = 'scalar.dl.ledger.proof.private_key_path';

const keyFile = (path: string) => [
  withoutKeys('ledger', SHARED),
  withLines('ledger', `${PATH}=${path}`),
];

const trials: Trial[] = [
  { trap: 'both switches and a shared key', verdict: 'pass', says: 'is set' },
  {
    trap: 'a line further down that switches proofs off again',
    changes: [withLines('ledger', 'scalar.dl.ledger.proof.enabled=false')],
    verdict: 'fail',
    says: 'scalar.dl.ledger.proof.enabled is "false"',
  },
  {
    trap: 'a switch that is only in a comment',
    changes: [
      withoutKeys('ledger', 'scalar.dl.ledger.auditor.enabled'),
      withLines('ledger', '# scalar.dl.ledger.auditor.enabled=true'),
    ],
    verdict: 'fail',
    says: 'scalar.dl.ledger.auditor.enabled is not set',
  },
  {
    trap: 'a switch that an environment variable sets',
    changes: [
      withLines('ledger', 'scalar.dl.ledger.auditor.enabled=${env:ON}'),
    ],
    verdict: 'unknown',
    says: 'is set by an environment variable',
  },
  {
    trap: 'no key at all',
    changes: [withoutKeys('ledger', SHARED)],
    verdict: 'fail',
    says: `neither ${SHARED} nor ${PATH} is set`,
  },
  {
    trap: 'a key in a file of a Secret',
    changes: keyFile('/keys/private-key'),
    verdict: 'pass',
    says: '/keys/private-key is mounted',
  },
  {
    trap: 'a key in a folder whose name only begins like the mounted one',
    changes: keyFile('/keys-of-old/private-key'),
    verdict: 'fail',
    says: 'nothing is mounted at /keys-of-old/private-key',
  },
  {
    trap: 'a mount without its volume',
    changes: [
      ...keyFile('/keys/private-key'),
      onPodSpec('ledger', { volumes: [] }),
    ],
    verdict: 'fail',
    says: 'nothing is mounted',
  },
  {
    trap: 'a volume that is empty as the pod starts',
    changes: [
      ...keyFile('/keys/private-key'),
      onPodSpec('ledger', { volumes: [{ name: 'keys', emptyDir: {} }] }),
    ],
    verdict: 'fail',
    says: 'nothing is mounted',
  },
  {
    trap: 'a key whose path comes from a variable',
    changes: keyFile('${env:KEY}'),
    verdict: 'unknown',
    says: `${PATH} is set by an environment variable`,
  },
  {
    trap: 'a path, and no Deployment that has the labels',
    changes: [
      ...keyFile('/keys/private-key'),
      onDeployment('ledger', ({ spec }) => {
        Object.assign((spec?.template as { metadata: object }).metadata, {
          labels: {},
        });
      }),
    ],
    verdict: 'unknown',
    says: 'whether /keys/private-key is mounted is not known',
  },
  {
    trap: 'no Ledger',
    changes: [notDeployed('ledger')],
    verdict: 'skipped',
    says: 'Ledger is not deployed',
  },
  {
    trap: 'properties that were not read',
    changes: [unreadOnLedger('properties')],
    verdict: 'unknown',
    says: 'properties was denied',
  },
  {
    trap: 'Deployments that were not read',
    changes: [unreadOnLedger('productDeployments')],
    verdict: 'unknown',
    says: 'productDeployments was denied',
  },
  {
    trap: 'a second Deployment that mounts no key',
    changes: [
      ...keyFile('/keys/private-key'),
      onLedger('productDeployments', deployments => [
        ...deployments,
        ...deployments.slice(0, 1).map(one => ({
          ...one,
          metadata: { ...one.metadata, name: 'second' },
          spec: withoutVolumes(one.spec),
        })),
      ]),
    ],
    verdict: 'fail',
    says: 'nothing is mounted at /keys/private-key',
  },
];

function withoutVolumes(spec: Record<string, unknown> | undefined) {
  const copy = JSON.parse(JSON.stringify(spec)) as {
    template: { spec: { volumes?: unknown } };
  };
  delete copy.template.spec.volumes;
  return copy;
}

describe('auditor-mode-enabled, live', () => {
  it.each(trials)('$trap: $verdict', trial => {
    expect(tryOut(auditorModeEnabled, trial)).toEqual(expected(trial));
  });
});
