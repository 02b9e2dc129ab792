import { DEFAULT_METHOD, toldMethod } from '../../facts/product/authentication';
import { show } from '../../facts/product/configuration';
import type { Properties } from '../../facts/properties';
import type { SourceDocument } from '../../facts/sourceDocument';
import type { Subject } from '../../report/report';
import { combine } from '../finding';
import { type Guideline, pairCheck } from '../guideline';
import { source } from '../sources';
import { live } from './live';
import { methodSubjects } from './methods';

/** https://scalardl.scalar-labs.com/docs/latest/authentication/ */
export const sameAuthenticationMethod: Guideline = {
  id: 'same-authentication-method',
  level: 'requirement',
  title: 'Ledger and Auditor authenticate by the same method',
  source: source('authentication', 'Authentication methods'),
  pass: 'Both sides use the same method, and for HMAC both are given the shared key.',
  fail: 'Ledger and Auditor would refuse each other’s messages.',
  remedy:
    'Set the same authentication.method in ledgerProperties and auditorProperties (and auditor.authentication.method of the chart); for HMAC give both servers the same secret key through their secrets.',
  plan: pairCheck({
    needs: ['properties', 'product'],
    check: facts =>
      combine([...methodSubjects(facts), chartSubject(facts.auditor)], {
        none: 'no properties',
        expected: 'one method on both sides',
      }),
  }),
  live,
};

/** The Auditor chart mounts a private key unless it is told of HMAC, so it must agree with the properties. */
function chartSubject({
  properties,
  product,
}: {
  properties: Properties;
  product: SourceDocument;
}): Subject {
  const told =
    product.get('auditor', 'authentication', 'method') ?? DEFAULT_METHOD;
  const wanted = toldMethod(properties, 'auditor');
  const id = 'auditor.authentication.method of the chart';
  const location = product.locate('auditor', 'authentication', 'method');
  if (wanted === undefined) {
    const detail = 'the method is set by an environment variable';
    return { id, verdict: 'unknown', detail, location };
  }
  return {
    id,
    verdict: told === wanted ? 'pass' : 'fail',
    detail: `the chart is told ${show(String(told))}, the properties say ${show(wanted)}`,
    location,
  };
}
