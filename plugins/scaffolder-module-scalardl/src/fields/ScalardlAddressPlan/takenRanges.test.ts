import type { Entity } from '@backstage/catalog-model';
import { toRange } from '@scalardl-on-eks/plugin-scalardl-common';
import { completeValue } from './schema';
import { CIDRS_ANNOTATION, rangesOfEntities, sharedUse } from './takenRanges';

function environment(name: string, cidrs: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, annotations: { [CIDRS_ANNOTATION]: cidrs } },
  };
}

describe('rangesOfEntities', () => {
  it('reads every range of every environment and keeps what it cannot read', () => {
    const entities = [
      environment('payments', '10.1.0.0/20, 10.1.16.0/20'),
      environment('shop', '10.2.0.0/20 none'),
      environment('empty', ''),
    ];
    expect(rangesOfEntities(entities)).toEqual({
      taken: [
        { holder: 'component:default/payments', range: toRange('10.1.0.0/20') },
        {
          holder: 'component:default/payments',
          range: toRange('10.1.16.0/20'),
        },
        { holder: 'component:default/shop', range: toRange('10.2.0.0/20') },
      ],
      unreadable: [{ holder: 'component:default/shop', text: 'none' }],
    });
  });
});

describe('sharedUse', () => {
  it('names each holder once for a range', () => {
    const { taken } = rangesOfEntities([
      environment('payments', '10.1.0.0/24 10.1.1.0/24'),
    ]);
    const value = completeValue({
      ledger: { cidr: '10.1.0.0/20' },
      auditor: { cidr: '10.1' },
    });
    expect(sharedUse(value, taken)).toEqual([
      '10.1.0.0/20 is also used by component:default/payments.',
    ]);
  });
});
