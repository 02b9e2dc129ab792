import type { Properties } from '../../facts/properties';
import type { SourceDocument } from '../../facts/sourceDocument';
import type { Side, Subject } from '../../report/report';
import { combine, skipped, unknown } from '../finding';
import { type Finding, type Guideline, sideCheck } from '../guideline';
import { source } from '../sources';

/** Each licence property, with the file form that ScalarDL also takes. */
const PROPERTIES = [
  ['scalar.dl.licensing.license_key'],
  [
    'scalar.dl.licensing.license_check_cert_pem',
    'scalar.dl.licensing.license_check_cert_path',
  ],
];

/** The images ask for a licence key from this version on. */
const FIRST_LICENSED = [3, 9];

/** https://scalardl.scalar-labs.com/docs/latest/scalar-kubernetes/HowToUseContainerImages/ */
export const byolLicenseConfigured: Guideline = {
  id: 'byol-license-configured',
  level: 'requirement',
  title: 'A bring-your-own-licence image has its licence key',
  source: source('containerImages', 'Licence key'),
  pass: 'The licence key and the certificate that checks it are configured.',
  fail: 'The pods would stop, because a licence property is missing.',
  remedy:
    'Set scalar.dl.licensing.license_key and scalar.dl.licensing.license_check_cert_pem in the properties, taken from the credentials secret.',
  plan: sideCheck({
    needs: ['properties', 'product'],
    check: ({ properties, product }, { side }) =>
      judgeLicense(properties, product, side),
  }),
};

function judgeLicense(
  properties: Properties,
  product: SourceDocument,
  side: Side,
): Finding {
  const repository = String(product.get(side, 'image', 'repository') ?? '');
  const version = String(product.get(side, 'image', 'version') ?? '');
  const image = `${repository || 'the default image of the chart'}:${version || 'default'}`;
  if (repository.includes('-aws-payg')) {
    return skipped(
      `${image} is metered by AWS Marketplace and takes no licence key`,
    );
  }
  if (!repository.includes('-byol')) {
    return unknown(
      `whether ${image} asks for a licence key cannot be told from its name`,
      {
        location: product.locate(side, 'image', 'repository'),
      },
    );
  }
  if (isBefore(version, FIRST_LICENSED)) {
    return skipped(`${image} is older than 3.9 and takes no licence key`);
  }
  return combine(
    PROPERTIES.map(keys => licenseSubject(properties, keys)),
    { none: 'no licence properties', expected: 'licence key and certificate' },
  );
}

function licenseSubject(properties: Properties, keys: string[]): Subject {
  const present = keys.find(key => properties.get(key));
  const [first = ''] = keys;
  return {
    id: first,
    verdict: present ? 'pass' : 'fail',
    // The value may be a licence key: only whether it is there is said.
    detail: present ? `${present} is set` : `${keys.join(' or ')} is not set`,
    location: properties.locate(present ?? first),
  };
}

function isBefore(version: string, [major = 0, minor = 0]: number[]): boolean {
  const match = /^v?(\d+)\.(\d+)/.exec(version);
  if (!match) return false;
  const [, foundMajor, foundMinor] = match.map(Number);
  return (
    (foundMajor ?? 0) < major ||
    (foundMajor === major && (foundMinor ?? 0) < minor)
  );
}
