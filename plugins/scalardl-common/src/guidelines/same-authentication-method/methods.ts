import {
  DEFAULT_METHOD,
  methodKey,
  methodOf,
  sharedKey,
  toldMethod,
} from '../../facts/product/authentication';
import { isPlaceholder, show } from '../../facts/product/configuration';
import type { Properties } from '../../facts/properties';
import { SIDES, type Side, type Subject } from '../../report/report';

/** What both sides are told. */
export type Configured = Readonly<Record<Side, { properties: Properties }>>;

/** Whether both sides are told one method that exists, and with HMAC a key. */
export function methodSubjects(facts: Configured): Subject[] {
  return [methodSubject(facts), ...sharedKeySubjects(facts)];
}

function methodSubject(facts: Configured): Subject {
  const id = 'authentication.method';
  const ledger = toldMethod(facts.ledger.properties, 'ledger');
  const auditor = toldMethod(facts.auditor.properties, 'auditor');
  const location = facts.auditor.properties.locate(methodKey('auditor'));
  if (ledger === undefined || auditor === undefined) {
    const detail = 'the method is set by an environment variable';
    return { id, verdict: 'unknown', detail, location };
  }
  const known = ['hmac', DEFAULT_METHOD];
  const agreed = ledger === auditor && known.includes(ledger);
  return {
    id,
    verdict: agreed ? 'pass' : 'fail',
    detail: `Ledger uses ${show(ledger)}, Auditor ${show(auditor)}`,
    location,
  };
}

function sharedKeySubjects(facts: Configured): Subject[] {
  if (methodOf(facts.ledger.properties, 'ledger') !== 'hmac') return [];
  const values = {
    ledger: facts.ledger.properties.get(sharedKey('ledger')),
    auditor: facts.auditor.properties.get(sharedKey('auditor')),
  };
  const set = SIDES.map((side): Subject => {
    const key = sharedKey(side);
    return {
      id: key,
      verdict: values[side] ? 'pass' : 'fail',
      detail: values[side] ? `${key} is set` : `${key} is not set`,
      location: facts[side].properties.locate(key),
    };
  });
  const literal = SIDES.every(
    side => values[side] && !isPlaceholder(values[side] ?? ''),
  );
  if (!literal) return set;
  // Literals can be compared here and are never printed; secrets can be compared only where they live.
  const equal = values.ledger === values.auditor;
  return [
    ...set,
    {
      id: 'shared HMAC key',
      verdict: equal ? 'pass' : 'fail',
      detail: equal
        ? 'both sides have the same shared key'
        : 'the two sides have different shared keys',
      location: facts.auditor.properties.locate(sharedKey('auditor')),
    },
  ];
}
