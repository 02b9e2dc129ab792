import type { Properties } from '../../facts/properties';
import type { SourceDocument } from '../../facts/sourceDocument';
import type { Side } from '../../report/report';
import { combine, skipped, unknown } from '../finding';
import { type Finding, type Guideline, sideCheck } from '../guideline';
import { source } from '../sources';
import { asksForLicense } from './licensedVersion';
import { EXPECTED, licenseSubjects } from './licenseSubjects';
import { live } from './live';

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
  live,
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
  if (asksForLicense(version) === 'no') {
    return skipped(`${image} is older than 3.9 and takes no licence key`);
  }
  return combine(licenseSubjects(properties), {
    none: 'no licence properties',
    expected: EXPECTED,
  });
}
