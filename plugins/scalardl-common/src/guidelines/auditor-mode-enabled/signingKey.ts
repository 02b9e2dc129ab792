import type { Certainty } from '../../facts/kubernetes/certainty';
import { isFromEnvironment } from '../../facts/product/configuration';
import type { Properties } from '../../facts/properties';
import type { Subject } from '../../report/report';
import { verdictOf } from '../certainty';

const HMAC_KEY = 'scalar.dl.ledger.servers.authentication.hmac.secret_key';
const KEY_PATH = 'scalar.dl.ledger.proof.private_key_path';
const KEY_PEM = 'scalar.dl.ledger.proof.private_key_pem';

/** What is known of the volumes that Ledger's pods mount; `location` is where they are declared. */
export interface Mounted extends Pick<Subject, 'location'> {
  at(path: string): Certainty;
}

/** Whether Ledger has a key to sign its proofs: in its properties, or in a file that is mounted. */
export function signingKeySubject(
  properties: Properties,
  mounted: Mounted,
): Subject {
  const id = 'key that signs proofs';
  const given = [HMAC_KEY, KEY_PEM].find(key => properties.get(key));
  if (given !== undefined) {
    return {
      id,
      verdict: 'pass',
      detail: `${given} is set`,
      location: properties.locate(given),
    };
  }
  const path = properties.get(KEY_PATH);
  const location = properties.locate(KEY_PATH);
  if (!path) {
    const detail = `neither ${HMAC_KEY} nor ${KEY_PATH} is set`;
    return { id, verdict: 'fail', detail, location };
  }
  if (isFromEnvironment(path)) {
    const detail = `${KEY_PATH} is set by an environment variable`;
    return { id, verdict: 'unknown', detail, location };
  }
  const answer = mounted.at(path);
  const details = {
    yes: `${path} is mounted`,
    no: `nothing is mounted at ${path}`,
    unknown: `whether ${path} is mounted is not known`,
  };
  return {
    id,
    verdict: verdictOf(answer),
    detail: details[answer],
    location: answer === 'no' ? mounted.location : location,
  };
}
