import type { Properties } from '../../facts/properties';
import type { Subject } from '../../report/report';

/** Each licence property, with the file form that ScalarDL also takes. */
const PROPERTIES = [
  ['scalar.dl.licensing.license_key'],
  [
    'scalar.dl.licensing.license_check_cert_pem',
    'scalar.dl.licensing.license_check_cert_path',
  ],
];

export const EXPECTED = 'licence key and certificate';

/** Whether the licence key and the certificate that checks it are set. */
export function licenseSubjects(properties: Properties): Subject[] {
  return PROPERTIES.map(keys => licenseSubject(properties, keys));
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
