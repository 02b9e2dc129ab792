import { propertiesUnder } from '../../facts/properties';
import type { SourceDocument } from '../../facts/sourceDocument';
import type { Side, Subject } from '../../report/report';
import { combine } from '../finding';
import { type Guideline, sideCheck } from '../guideline';
import { source } from '../sources';
import { credentialSubjects, EXPECTED } from './credentials';
import { live } from './live';

/** https://scalardl.scalar-labs.com/docs/latest/helm-charts/configure-custom-values-file/ */
export const credentialsFromSecrets: Guideline = {
  id: 'credentials-from-secrets',
  level: 'recommendation',
  title: 'Credentials come from Kubernetes secrets',
  source: source('helmCharts', 'Use a secret resource to pass credentials'),
  pass: 'Every credential is taken from a Kubernetes secret.',
  fail: 'A credential stands in the values file, where everybody with the repository reads it.',
  remedy:
    'Write ${env:NAME} instead of the value, put the value into the Kubernetes secret under NAME, and name the secret in secretName. Then replace the exposed credential.',
  plan: sideCheck({
    needs: ['properties', 'product', 'schemaLoading'],
    check: ({ properties, product, schemaLoading }, { side }) =>
      combine(
        [
          ...credentialSubjects(properties),
          secretNameSubject(product, [side, 'secretName']),
          ...(schemaLoading ? schemaLoadingSubjects(schemaLoading) : []),
          ...defaultCredentialSubjects(product, side),
        ],
        { none: 'no credentials', expected: EXPECTED },
      ),
  }),
  live,
};

function secretNameSubject(document: SourceDocument, keys: string[]): Subject {
  const name = document.get(...keys);
  const set = typeof name === 'string' && name !== '';
  return {
    id: `${document.path} ${keys.join('.')}`,
    verdict: set ? 'pass' : 'fail',
    detail: set
      ? `${keys.join('.')} is ${name}`
      : `${keys.join('.')} is not set`,
    location: document.locate(...keys),
  };
}

function schemaLoadingSubjects(document: SourceDocument): Subject[] {
  const keys = ['schemaLoading', 'databaseProperties'];
  const properties = propertiesUnder(document, ...keys);
  if (!properties) return [];
  return [
    ...credentialSubjects(properties),
    secretNameSubject(document, ['schemaLoading', 'secretName']),
  ];
}

/** The charts' older values, which the chart still writes into a secret of its own. */
function defaultCredentialSubjects(
  product: SourceDocument,
  side: Side,
): Subject[] {
  const section =
    side === 'ledger'
      ? 'scalarLedgerConfiguration'
      : 'scalarAuditorConfiguration';
  return ['dbUsername', 'dbPassword'].flatMap((key): Subject[] =>
    product.get(side, section, key) === undefined
      ? []
      : [
          {
            id: `${side}.${section}.${key}`,
            verdict: 'fail',
            detail: `${side}.${section}.${key} is written out`,
            location: product.locate(side, section, key),
          },
        ],
  );
}
