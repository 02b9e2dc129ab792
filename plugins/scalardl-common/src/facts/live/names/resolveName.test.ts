import type { LiveNameRecord, LivePrivateZone } from '../aws';
import { resolveName } from './resolveName';

function record(
  name: string,
  type: string,
  values: string[],
  rest: Partial<LiveNameRecord> = {},
): LiveNameRecord {
  return { name, type, values, chosen: false, ...rest };
}

function zone(name: string, records?: LiveNameRecord[]): LivePrivateZone {
  const rest = records ? { records } : { unread: 'denied' };
  return { id: `Z-${name}`, name, owner: '222222222222', ...rest };
}

const BALANCER = 'k8s-1.elb.ap-northeast-1.amazonaws.com';

const elb = (name = BALANCER) => ({
  alias: { zoneId: 'Z31USIVHYNEOWT', name },
});

/** Where `ledger.payments.internal` leads, in short. */
function ends(...zones: LivePrivateZone[]) {
  return resolveName('ledger.payments.internal', zones).map(({ leads }) => {
    if (leads.to === 'address') return leads.address;
    return leads.to === 'name' ? leads.name : `${leads.to}: ${leads.why}`;
  });
}

const NAME = 'ledger.payments.internal';

describe('resolveName', () => {
  it('leaves names alone that no private zone holds', () => {
    expect(ends()).toEqual([NAME]);
    // The end of a name is not the end of one of its parts.
    expect(ends(zone('ments.internal', []))).toEqual([NAME]);
  });

  it.each<[string, LivePrivateZone[], string[]]>([
    [
      'an alias',
      [zone('payments.internal', [record(NAME, 'A', [], elb())])],
      [BALANCER],
    ],
    [
      'a CNAME',
      [zone('payments.internal', [record(NAME, 'CNAME', [BALANCER])])],
      [BALANCER],
    ],
    [
      'addresses',
      [
        zone('payments.internal', [
          record(NAME, 'A', ['10.1.0.20', '10.1.2.20']),
        ]),
      ],
      ['10.1.0.20', '10.1.2.20'],
    ],
    [
      'an alias of its own zone',
      [
        zone('payments.internal', [
          record(NAME, 'A', [], {
            alias: {
              zoneId: 'Z-payments.internal',
              name: 'now.payments.internal',
            },
          }),
          record('now.payments.internal', 'A', [], elb()),
        ]),
      ],
      [BALANCER],
    ],
    [
      'an alias of its own zone and from there a CNAME into another one',
      [
        zone('payments.internal', [
          record(NAME, 'A', [], {
            alias: {
              zoneId: 'Z-payments.internal',
              name: 'now.payments.internal',
            },
          }),
          record('now.payments.internal', 'CNAME', ['ledger.shared.internal']),
        ]),
        zone('shared.internal', [
          record('ledger.shared.internal', 'A', ['10.1.0.20']),
        ]),
      ],
      ['10.1.0.20'],
    ],
    [
      'a CNAME into another zone',
      [
        zone('payments.internal', [
          record(NAME, 'CNAME', ['ledger.shared.internal']),
        ]),
        zone('shared.internal', [
          record('ledger.shared.internal', 'A', ['10.1.0.20']),
        ]),
      ],
      ['10.1.0.20'],
    ],
    [
      'a star',
      [
        zone('payments.internal', [
          record('*.payments.internal', 'A', [], elb()),
        ]),
      ],
      [BALANCER],
    ],
    [
      'a star above a part that has no name',
      [zone('internal', [record('*.internal', 'A', ['10.1.0.20'])])],
      ['10.1.0.20'],
    ],
  ])('follows %s', (_, zones, expected) => {
    expect(ends(...zones)).toEqual(expected);
  });

  it.each<[string, LivePrivateZone[], string]>([
    [
      'the name is not in the zone, whatever is said outside of it',
      [zone('payments.internal', [])],
      `nothing: private zone payments.internal (Z-payments.internal) has no address of ${NAME}`,
    ],
    [
      'a longer zone has nothing, though a shorter one has',
      [
        zone('payments.internal', []),
        zone('internal', [record(NAME, 'A', ['10.1.0.20'])]),
      ],
      'nothing: private zone payments.internal',
    ],
    [
      'the name has records of other types only',
      [
        zone('payments.internal', [
          record(NAME, 'AAAA', []),
          record('*.payments.internal', 'A', ['10.1.0.20']),
        ]),
      ],
      'has no address of',
    ],
    [
      'a name stands between it and the star',
      [
        zone('internal', [
          record('*.internal', 'A', ['10.1.0.20']),
          record('other.payments.internal', 'A', ['10.1.0.21']),
        ]),
      ],
      'has no address of',
    ],
    [
      'CNAMEs lead in a circle',
      [
        zone('payments.internal', [
          record(NAME, 'CNAME', ['now.payments.internal']),
          record('now.payments.internal', 'CNAME', [NAME]),
        ]),
      ],
      `nothing: ${NAME} leads back to itself`,
    ],
    [
      'the zone was not read',
      [zone('payments.internal')],
      'unread: the records of private zone payments.internal (Z-payments.internal) were not read: denied',
    ],
    [
      'a part of the zone is delegated',
      [
        zone('internal', [
          record('internal', 'NS', []),
          record('payments.internal', 'NS', []),
        ]),
      ],
      `unread: private zone internal (Z-internal) leaves ${NAME} to other name servers`,
    ],
  ])('ends where %s', (_, zones, expected) => {
    const [end, ...others] = ends(...zones);
    expect(others).toEqual([]);
    expect(end).toContain(expected);
  });

  it('looks up an alias in the zone that it names and in no other', () => {
    const trap = zone('elb.ap-northeast-1.amazonaws.com', []);
    const own = zone('payments.internal', [record(NAME, 'A', [], elb())]);
    expect(ends(own, trap)).toEqual([BALANCER]);
    const asName = zone('payments.internal', [
      record(NAME, 'CNAME', [BALANCER]),
    ]);
    expect(ends(asName, trap)).toEqual([
      expect.stringContaining('has no address of k8s-1'),
    ]);
  });

  it('tells where a routing policy chooses, and the way', () => {
    const zones = [
      zone('payments.internal', [
        record(NAME, 'CNAME', ['now.payments.internal'], { chosen: true }),
        record('now.payments.internal', 'A', ['10.1.0.20']),
      ]),
    ];
    expect(resolveName(NAME, zones)).toEqual([
      {
        leads: { to: 'address', address: '10.1.0.20' },
        way: [NAME, 'now.payments.internal'],
        chosen: true,
      },
    ]);
  });
});
