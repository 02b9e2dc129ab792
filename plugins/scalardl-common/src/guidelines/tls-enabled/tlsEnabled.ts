import type { SourceDocument } from '../../facts/sourceDocument';
import type { Subject } from '../../report/report';
import { combine } from '../finding';
import { type Guideline, sideCheck } from '../guideline';
import { source } from '../sources';
import { live } from './live';
import { EXPECTED, tlsSubjects } from './tlsProperties';

/** https://scalardl.scalar-labs.com/docs/latest/helm-charts/configure-custom-values-file/ */
export const tlsEnabled: Guideline = {
  id: 'tls-enabled',
  level: 'recommendation',
  title: 'Connections to and behind Envoy are encrypted',
  source: source('helmCharts', 'TLS configurations'),
  pass: 'Client to Envoy, Envoy to the product and, on the Auditor side, Auditor to Ledger all use TLS.',
  fail: 'Requests and proofs cross the network in clear text.',
  remedy:
    'Set spec.tls.enabled to true and create the certificate secrets that the README of the repository names.',
  plan: sideCheck({
    needs: ['properties', 'product'],
    check: ({ properties, product }, { side }) =>
      combine(
        [
          valueSubject(product, [side, 'tls', 'enabled']),
          valueSubject(product, ['envoy', 'tls', 'downstream', 'enabled']),
          valueSubject(product, ['envoy', 'tls', 'upstream', 'enabled']),
          ...tlsSubjects(properties, side),
        ],
        { none: 'nothing to encrypt', expected: EXPECTED },
      ),
  }),
  live,
};

function valueSubject(product: SourceDocument, keys: string[]): Subject {
  const value = product.get(...keys);
  const id = keys.join('.');
  return {
    id,
    verdict: value === true ? 'pass' : 'fail',
    detail: `${id} is ${value === undefined ? 'not set, so false' : String(value)}`,
    location: product.locate(...keys),
  };
}
