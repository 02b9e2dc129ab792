import { isPlaceholder } from '../../facts/product/configuration';
import type { Properties, Property } from '../../facts/properties';
import type { Subject } from '../../report/report';

/** Last parts of property names whose value is a credential. */
const CREDENTIAL =
  /(?:^|[._])(?:username|password|secret_key|cipher_key|license_key|private_key_pem|credential)$/;

export const EXPECTED = '${env:NAME} from a secret';

/** The properties that hold credentials. */
export function credentialsIn(properties: Properties): Property[] {
  return properties.entries().filter(({ key }) => CREDENTIAL.test(key));
}

/** Whether each credential is a placeholder. */
export function credentialSubjects(properties: Properties): Subject[] {
  return credentialsIn(properties).map(credentialSubject);
}

/** The value is a credential: it is never part of a report. */
export function credentialSubject({ key, value, location }: Property): Subject {
  const safe = value === '' || isPlaceholder(value);
  return {
    id: key,
    verdict: safe ? 'pass' : 'fail',
    detail: safe ? `${key} comes from a secret` : `${key} is written out`,
    location,
  };
}
