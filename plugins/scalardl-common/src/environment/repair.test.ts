import { repair } from './repair';
import { environmentSchema } from './schema';
import { schemaAt } from './shape/schemaTree';

function remedyFor(key: string, received: unknown, written?: string) {
  const schema = schemaAt(environmentSchema, key.split('.'));
  if (!schema) throw new Error(`no key ${key}`);
  return repair(schema, received, written);
}

describe('repair', () => {
  it.each([
    ['spec.kubernetesVersion', 1.3, '1.30', 'Put it in quotes: "1.30".'],
    ['spec.ledger.nodes.max', '6', undefined, 'Remove the quotes: 6.'],
    ['spec.tls.enabled', 'true', undefined, 'Remove the quotes: true.'],
    ['spec.tls.enabled', 'off', undefined, 'Write false.'],
    ['spec.licensing', 'AwsMarketplace', undefined, 'Write awsMarketplace.'],
    ['spec.region', 'EU-CENTRAL-1', undefined, 'Write eu-central-1.'],
    ['spec.serviceCidr', '172.20.3.0/16', undefined, 'Write 172.20.0.0/16.'],
    ['spec.productVersion', 'v3.13.0', undefined, 'Write 3.13.0.'],
    ['spec.actions.ref', '0.1.0', undefined, 'Write v0.1.0.'],
    ['spec.runners.labels', 'linux', undefined, 'Write it as a list: [linux].'],
  ])('mends %s: %j', (key, received, written, remedy) => {
    expect(remedyFor(key, received, written)).toBe(remedy);
  });

  it.each([
    ['spec.ledger.awsAccountId', 1, '1'],
    ['spec.ledger.nodes.max', '9999', undefined],
    ['spec.licensing', 'open', undefined],
    ['spec.region', null, '~'],
    ['spec.ledger', [], undefined],
  ])('knows nothing for %s: %j', (key, received, written) => {
    expect(remedyFor(key, received, written)).toBeUndefined();
  });
});
