import { toRange } from '../network/cidr';
import { isPrivateRange, namedRanges } from './ranges';
import { existingNetwork, example } from './rules/example.fixture';
import { environmentSchema } from './schema';
import { formatKeyPath } from './source/keyPath';

describe('namedRanges', () => {
  it('are all ranges that must be disjoint, with their owners', () => {
    const environment = example();
    environment.spec.auditor.network = existingNetwork();
    const ranges = namedRanges(environmentSchema.parse(environment));
    expect(
      ranges.map(({ cidr, owner, path }) => [formatKeyPath(path), cidr, owner]),
    ).toEqual([
      ['spec.serviceCidr', '172.20.0.0/16', 'the Kubernetes services'],
      ['spec.ledger.network.cidr', '10.1.0.0/20', 'the Ledger side'],
      [
        'spec.auditor.network.existing.cidrs[0]',
        '10.1.0.0/20',
        'the Auditor side',
      ],
      ['spec.applications[0].cidrs[0]', '10.3.0.0/16', 'the application shop'],
      ['spec.runners.cidrs[0]', '10.4.0.0/24', 'the runners'],
    ]);
  });
});

describe('isPrivateRange', () => {
  it.each([
    ['10.0.0.0/8', true],
    ['172.31.0.0/16', true],
    ['100.127.0.0/16', true],
    ['8.0.0.0/7', false],
    ['172.32.0.0/16', false],
    ['203.0.113.0/24', false],
  ])('of %s is %s', (cidr, isPrivate) => {
    expect(isPrivateRange(toRange(cidr))).toBe(isPrivate);
  });
});
