import fc from 'fast-check';
import { normaliseCidr, toRange } from '../../../network/cidr';
import { addressSet, formatAddresses } from '../../ranges/addressSet';
import type { LiveNetworkAclEntry } from '../aws';
import { entryDecisions } from './entryDecisions';

function entry(
  ruleNumber: number,
  rest: Partial<LiveNetworkAclEntry>,
): LiveNetworkAclEntry {
  return {
    ruleNumber,
    egress: false,
    protocol: '6',
    cidr: '0.0.0.0/0',
    allow: true,
    ...rest,
  };
}

function decide(
  entries: LiveNetworkAclEntry[],
  {
    range = '10.2.0.0/20',
    from = 50051,
    to = from,
  }: { range?: string; from?: number; to?: number } = {},
) {
  return entryDecisions(entries, {
    egress: false,
    addresses: addressSet([range]),
    ports: { from, to },
  }).map(({ allow, entry: decides, addresses, ports }) => [
    formatAddresses(addresses),
    `${ports.from}-${ports.to}`,
    decides?.ruleNumber,
    allow,
  ]);
}

describe('entryDecisions', () => {
  it('takes the lowest number, whatever the order of the list', () => {
    const entries = [entry(100, {}), entry(90, { allow: false })];
    expect(decide(entries)).toEqual([
      ['10.2.0.0/20', '50051-50051', 90, false],
    ]);
  });

  it('leaves to the next entry what one does not cover', () => {
    const entries = [
      entry(90, { allow: false, cidr: '10.2.4.0/22' }),
      entry(100, {}),
    ];
    expect(decide(entries)).toEqual([
      ['10.2.4.0/22', '50051-50051', 90, false],
      ['10.2.0.0/22', '50051-50051', 100, true],
      ['10.2.8.0/21', '50051-50051', 100, true],
    ]);
  });

  it('splits ports as well as addresses', () => {
    const entries = [
      entry(90, { ports: { from: 32768, to: 60999 } }),
      entry(100, { allow: false }),
    ];
    expect(decide(entries, { from: 1024, to: 65535 })).toEqual([
      ['10.2.0.0/20', '32768-60999', 90, true],
      ['10.2.0.0/20', '1024-32767', 100, false],
      ['10.2.0.0/20', '61000-65535', 100, false],
    ]);
  });

  it('denies what no entry matches', () => {
    expect(decide([])).toEqual([
      ['10.2.0.0/20', '50051-50051', undefined, false],
    ]);
  });

  it.each([
    ['UDP', { protocol: '17' }],
    ['the other direction', { egress: true }],
    ['IPv6', { cidr: undefined, ipv6Cidr: '::/0' }],
  ])('passes over entries for %s', (_, rest) => {
    expect(
      decide([entry(90, { allow: false, ...rest }), entry(100, {})]),
    ).toEqual([['10.2.0.0/20', '50051-50051', 100, true]]);
  });

  it('takes an entry for all protocols for every port', () => {
    const all = entry(90, { protocol: '-1', ports: { from: 1, to: 1 } });
    expect(decide([all]).map(([, , number]) => number)).toEqual([90]);
  });

  it('agrees with asking for every address and port by itself', () => {
    const anyRange = fc
      .tuple(fc.nat(31), fc.integer({ min: 26, max: 32 }))
      .map(([last, prefix]) => normaliseCidr(`10.0.0.${last}/${prefix}`) ?? '');
    const anyPorts = fc.tuple(fc.nat(7), fc.nat(7)).map(([one, other]) => ({
      from: Math.min(one, other),
      to: Math.max(one, other),
    }));
    const anyEntry = fc.record({
      ruleNumber: fc.integer({ min: 1, max: 20 }),
      egress: fc.boolean(),
      protocol: fc.constantFrom('-1', '6', '17'),
      cidr: anyRange,
      ports: fc.option(anyPorts, { nil: undefined }),
      allow: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(anyEntry, {
          maxLength: 8,
          // AWS numbers the entries of each direction once.
          selector: ({ egress, ruleNumber }) => `${egress} ${ruleNumber}`,
        }),
        anyRange,
        anyPorts,
        (entries, range, ports) => {
          const decisions = entryDecisions(entries, {
            egress: false,
            addresses: addressSet([range]),
            ports,
          });
          const { first, last } = toRange(range);
          for (let address = first; address <= last; address += 1) {
            for (let port = ports.from; port <= ports.to; port += 1) {
              const holding = decisions.filter(
                each =>
                  each.ports.from <= port &&
                  port <= each.ports.to &&
                  each.addresses.some(
                    span => span.first <= address && address <= span.last,
                  ),
              );
              expect(holding).toHaveLength(1);
              expect(holding[0]?.entry).toEqual(naive(entries, address, port));
            }
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});

/** The entry that decides on one packet, by going through all of them. */
function naive(
  entries: LiveNetworkAclEntry[],
  address: number,
  port: number,
): LiveNetworkAclEntry | undefined {
  let lowest: LiveNetworkAclEntry | undefined;
  for (const each of entries) {
    const { first, last } = toRange(each.cidr ?? '');
    const speaks =
      !each.egress &&
      each.protocol !== '17' &&
      first <= address &&
      address <= last &&
      (each.protocol === '-1' ||
        !each.ports ||
        (each.ports.from <= port && port <= each.ports.to));
    if (speaks && (!lowest || each.ruleNumber < lowest.ruleNumber))
      lowest = each;
  }
  return lowest;
}
