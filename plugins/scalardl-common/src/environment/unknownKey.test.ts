import { meantKeys, unknownKey } from './unknownKey';

describe('unknownKey', () => {
  it.each([
    ['spec', 'regoin', 'Rename it to region.'],
    ['spec', 'servicecidr', 'Rename it to serviceCidr.'],
    ['spec.ledger', 'accountId', 'Rename it to awsAccountId.'],
    [
      'spec',
      'version',
      'Rename it to kubernetesVersion or eksctlVersion or productVersion.',
    ],
    [
      'spec.ledger',
      'zones',
      'Move it: it belongs at spec.ledger.network.zones.',
    ],
    [
      'spec.ledger',
      'ledgerHost',
      'Move it: it belongs at spec.auditor.ledgerHost.',
    ],
    ['spec', 'data', 'Remove it.'],
    [
      'spec',
      'zones',
      'Move it: it belongs at spec.ledger.network.zones or spec.auditor.network.zones.',
    ],
    ['metadata', 'zones', 'Remove it.'],
  ])('in %s, %s: %s', (parent, key, remedy) => {
    expect(unknownKey(parent.split('.'), key).remedy).toBe(remedy);
  });

  it('lists what the mapping knows', () => {
    expect(unknownKey(['spec', 'tls'], 'mutual').expected).toBe(
      'one of the keys enabled',
    );
  });
});

describe('meantKeys', () => {
  it('are none where nothing is near', () => {
    expect(meantKeys(['spec'], 'colour')).toEqual([]);
  });
});
