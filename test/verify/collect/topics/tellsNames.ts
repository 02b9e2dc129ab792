/* eslint-disable jest/no-export, jest/require-top-level-describe -- defines tests for the suite that calls it */
import { valueIn } from '../valueIn.ts';
import type { Told } from './tellsFacts.ts';

/** Whom the network asks for names, and what private zones answer. */
export function tellsNames({ facts, side }: Told): void {
  it('tell who answers for names', () => {
    expect(valueIn(facts(), 'nameServers')).toEqual(['AmazonProvidedDNS']);
  });

  it('tell the private zones of the network, with every page of their records', () => {
    const zones = valueIn(facts(), 'privateZones');
    expect(zones).toMatchObject([
      {
        id: side().names.zone,
        name: 'payments.internal',
        owner: '111111111111',
        records: expect.arrayContaining([
          {
            name: 'ledger.payments.internal',
            type: 'A',
            values: [],
            alias: {
              zoneId: expect.stringMatching(/^Z/),
              name: `dualstack.${side().names.balancerName.toLowerCase()}`,
            },
            chosen: false,
          },
        ]),
      },
    ]);
    const names = new Set(zones[0]?.records?.map(({ name }) => name));
    expect(names.size).toBeGreaterThan(310);
  });

  it('tell the rules of the resolver that the network has, and no others', () => {
    expect(valueIn(facts(), 'resolverRules')).toEqual(
      expect.arrayContaining([
        {
          id: side().names.rule,
          type: 'FORWARD',
          domain: 'office.example',
          targets: ['10.9.0.2', '10.9.1.2'],
        },
        {
          id: 'rslvr-autodefined-rr-internet-resolver',
          type: 'RECURSIVE',
          domain: '',
          targets: [],
        },
      ]),
    );
    expect(valueIn(facts(), 'resolverRules')).toHaveLength(2);
  });
}
