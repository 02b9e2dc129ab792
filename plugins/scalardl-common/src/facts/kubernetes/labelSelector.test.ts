import { lookupIn, selects } from './labelSelector';

const pod = lookupIn({ app: 'ledger', instance: undefined });

describe('selects', () => {
  it.each([
    ['an empty selector', {}, 'yes'],
    ['a missing selector', undefined, 'no'],
    ['a matching label', { matchLabels: { app: 'ledger' } }, 'yes'],
    ['another value', { matchLabels: { app: 'envoy' } }, 'no'],
    ['a label the pod does not carry', { matchLabels: { tier: 'x' } }, 'no'],
    ['a label of unknown value', { matchLabels: { instance: 'x' } }, 'unknown'],
    [
      'a mismatch beside an unknown',
      { matchLabels: { instance: 'x', app: 'envoy' } },
      'no',
    ],
    [
      'In',
      {
        matchExpressions: [
          { key: 'app', operator: 'In', values: ['envoy', 'ledger'] },
        ],
      },
      'yes',
    ],
    [
      'NotIn, where the key is absent',
      {
        matchExpressions: [{ key: 'tier', operator: 'NotIn', values: ['x'] }],
      },
      'yes',
    ],
    [
      'NotIn, where the value is listed',
      {
        matchExpressions: [
          { key: 'app', operator: 'NotIn', values: ['ledger'] },
        ],
      },
      'no',
    ],
    [
      'Exists',
      { matchExpressions: [{ key: 'app', operator: 'Exists' }] },
      'yes',
    ],
    [
      'DoesNotExist',
      { matchExpressions: [{ key: 'app', operator: 'DoesNotExist' }] },
      'no',
    ],
    [
      'an operator that does not exist',
      { matchExpressions: [{ key: 'app', operator: 'Like' }] },
      'unknown',
    ],
    [
      'both forms at once',
      {
        matchLabels: { app: 'ledger' },
        matchExpressions: [{ key: 'tier', operator: 'Exists' }],
      },
      'no',
    ],
  ])('answers %s', (_, selector, expected) => {
    expect(selects(selector, pod)).toBe(expected);
  });
});
