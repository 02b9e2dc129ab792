import {
  type Trial,
  expected,
  onDeployment,
  tryOut,
  unreadOnLedger,
  withSettings,
} from '../liveTrial.fixture';
import {
  notDeployed,
  withLines,
  withoutKeys,
} from '../propertiesChanges.fixture';
import { byolLicenseConfigured } from './byolLicenseConfigured';

const KEY = 'scalar.dl.licensing.license_key';
const CERT = 'scalar.dl.licensing.license_check_cert_pem';
const REGISTRY = 'ghcr.io/scalar-labs';
const MARKETPLACE = '709825985650.dkr.ecr.us-east-1.amazonaws.com/scalar';
const MIRROR = '111111111111.dkr.ecr.ap-northeast-1.amazonaws.com/copies';

const running = (image: string) =>
  onDeployment('ledger', ({ spec }) => {
    const template = spec?.template as {
      spec: { containers: { image: string }[] };
    };
    for (const container of template.spec.containers) container.image = image;
  });

const trials: Trial[] = [
  { trap: 'both properties', verdict: 'pass', says: `${KEY} is set` },
  {
    trap: 'no key',
    changes: [withoutKeys('ledger', KEY)],
    verdict: 'fail',
    says: `${KEY} is not set`,
  },
  {
    trap: 'a key that a line further down empties',
    changes: [withLines('ledger', `${KEY}=`)],
    verdict: 'fail',
    says: `${KEY} is not set`,
  },
  {
    trap: 'no certificate',
    changes: [withoutKeys('ledger', CERT)],
    verdict: 'fail',
    says: `${CERT} or scalar.dl.licensing.license_check_cert_path is not set`,
  },
  {
    trap: 'a certificate in a file',
    changes: [
      withoutKeys('ledger', CERT),
      withLines('ledger', 'scalar.dl.licensing.license_check_cert_path=/c.pem'),
    ],
    verdict: 'pass',
    says: 'license_check_cert_path is set',
  },
  {
    trap: 'the image of AWS Marketplace, whatever the settings say',
    changes: [
      running(`${MARKETPLACE}/scalardl-ledger-aws-payg:3.13.0`),
      withoutKeys('ledger', KEY, CERT),
    ],
    verdict: 'skipped',
    says: 'scalardl-ledger-aws-payg:3.13.0 takes no licence key',
  },
  {
    trap: 'a version of before',
    changes: [
      running(`${REGISTRY}/scalardl-ledger-byol:3.8.4`),
      withoutKeys('ledger', KEY, CERT),
    ],
    verdict: 'skipped',
    says: 'scalardl-ledger-byol:3.8.4 takes no licence key',
  },
  {
    trap: 'a version that only looks smaller than 3.9',
    changes: [
      running(`${REGISTRY}/scalardl-ledger-byol:3.10.0`),
      withoutKeys('ledger', KEY),
    ],
    verdict: 'fail',
    says: `${KEY} is not set`,
  },
  {
    trap: 'a copy without the licence in its name, and settings that tell it',
    changes: [
      running(`${MIRROR}/scalardl-ledger:3.13.0`),
      withSettings({ imageMirrors: [MIRROR] }),
      withoutKeys('ledger', KEY),
    ],
    verdict: 'fail',
    says: `${KEY} is not set`,
  },
  {
    trap: 'a copy whose licence nobody tells, without a key',
    changes: [
      running(`${MIRROR}/scalardl-ledger:3.13.0`),
      withSettings({ imageMirrors: [MIRROR], licensing: undefined }),
      withoutKeys('ledger', KEY),
    ],
    verdict: 'unknown',
    says: 'cannot be told from its name',
  },
  {
    trap: 'a copy whose licence nobody tells, with everything set',
    changes: [
      running(`${MIRROR}/scalardl-ledger:3.13.0`),
      withSettings({ imageMirrors: [MIRROR], licensing: undefined }),
    ],
    verdict: 'pass',
    says: `${KEY} is set`,
  },
  {
    trap: 'an image by its digest, without a key',
    changes: [
      running(`${REGISTRY}/scalardl-ledger-byol@sha256:${'0'.repeat(64)}`),
      withoutKeys('ledger', KEY),
    ],
    verdict: 'unknown',
    says: 'cannot be told from its name',
  },
  {
    trap: 'an image that is not Scalar’s',
    changes: [running('docker.io/example/scalardl-ledger-byol:3.13.0')],
    verdict: 'unknown',
    says: 'no Deployment of the product was found',
  },
  {
    trap: 'no product',
    changes: [notDeployed('ledger')],
    verdict: 'skipped',
    says: 'the product is not deployed',
  },
  {
    trap: 'properties that were not read',
    changes: [unreadOnLedger('properties')],
    verdict: 'unknown',
    says: 'properties was denied',
  },
];

describe('byol-license-configured, live', () => {
  it.each(trials)('$trap: $verdict', trial => {
    expect(tryOut(byolLicenseConfigured, trial)).toEqual(expected(trial));
  });
});
