import { allowedWorkloads } from './allowedWorkloads';
import { breaches } from './example.fixture';

const ENTRY = {
  reason: 'The security team scans every node.',
  owner: 'group:default/security',
};

describe('allowedWorkloads', () => {
  it('is content with the example', () => {
    expect(breaches(allowedWorkloads)).toEqual([]);
  });

  it.each([
    ['a namespace of its own', { namespace: 'scanner' }, []],
    [
      'an image beside the product',
      { namespace: 'scalardl-ledger', image: 'ghcr.io/acme/agent' },
      [],
    ],
    [
      'every image beside the product',
      { namespace: 'scalardl-ledger' },
      ['spec.allowedWorkloads[0]'],
    ],
    [
      'every image beside the parts of the cluster',
      { namespace: 'kube-system' },
      ['spec.allowedWorkloads[0]'],
    ],
    [
      'an image that is broken, which has a problem of its own',
      { namespace: 'kube-system', image: 'no image' },
      [],
    ],
  ])('judges %s', (_, where, expected) => {
    const keys = breaches(allowedWorkloads, spec => {
      spec.allowedWorkloads = [{ ...ENTRY, ...where }];
    });
    expect(keys).toEqual(expected);
  });
});
