import {
  isFromEnvironment,
  isPlaceholder,
  show,
} from '../../facts/product/configuration';
import type { Properties } from '../../facts/properties';
import type { SourceDocument } from '../../facts/sourceDocument';
import type { Side, Subject } from '../../report/report';
import { combine } from '../finding';
import { type Guideline, pairCheck } from '../guideline';
import { source } from '../sources';

const DEFAULT_METHOD = 'digital-signature';

type Configured = Record<
  Side,
  { properties: Properties; product: SourceDocument }
>;

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
      combine(
        [
          methodSubject(facts),
          chartSubject(facts),
          ...sharedKeySubjects(facts),
        ],
        {
          none: 'no properties',
          expected: 'one method on both sides',
        },
      ),
  }),
};

function methodKey(side: Side): string {
  return `scalar.dl.${side}.authentication.method`;
}

function method(facts: Configured, side: Side): string {
  return facts[side].properties.get(methodKey(side)) ?? DEFAULT_METHOD;
}

function methodSubject(facts: Configured): Subject {
  const id = 'authentication.method';
  const ledger = method(facts, 'ledger');
  const auditor = method(facts, 'auditor');
  const location = facts.auditor.properties.locate(methodKey('auditor'));
  if (isFromEnvironment(ledger) || isFromEnvironment(auditor)) {
    return {
      id,
      verdict: 'unknown',
      detail: 'the method is set by an environment variable',
      location,
    };
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

/** The Auditor chart mounts a private key unless it is told of HMAC, so it must agree with the properties. */
function chartSubject(facts: Configured): Subject {
  const { product } = facts.auditor;
  const told =
    product.get('auditor', 'authentication', 'method') ?? DEFAULT_METHOD;
  const wanted = method(facts, 'auditor');
  const id = 'auditor.authentication.method of the chart';
  const location = product.locate('auditor', 'authentication', 'method');
  if (isFromEnvironment(wanted)) {
    return {
      id,
      verdict: 'unknown',
      detail: 'the method is set by an environment variable',
      location,
    };
  }
  return {
    id,
    verdict: told === wanted ? 'pass' : 'fail',
    detail: `the chart is told ${show(String(told))}, the properties say ${show(wanted)}`,
    location,
  };
}

function sharedKeySubjects(facts: Configured): Subject[] {
  if (method(facts, 'ledger') !== 'hmac') return [];
  const key = (side: Side) =>
    `scalar.dl.${side}.servers.authentication.hmac.secret_key`;
  const values = {
    ledger: facts.ledger.properties.get(key('ledger')),
    auditor: facts.auditor.properties.get(key('auditor')),
  };
  const sides: Side[] = ['ledger', 'auditor'];
  const set = sides.map((side): Subject => {
    const value = values[side];
    return {
      id: key(side),
      verdict: value ? 'pass' : 'fail',
      detail: value ? `${key(side)} is set` : `${key(side)} is not set`,
      location: facts[side].properties.locate(key(side)),
    };
  });
  const literal = sides.every(
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
      location: facts.auditor.properties.locate(key('auditor')),
    },
  ];
}
