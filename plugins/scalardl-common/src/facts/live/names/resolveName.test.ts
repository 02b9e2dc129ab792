import type { LiveNameRecord, LivePrivateZone, LiveResolverRule } from '../aws';
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
  return underRules([], zones);
}

function underRules(
  rules: LiveResolverRule[],
  zones: LivePrivateZone[],
  name = 'ledger.payments.internal',
) {
  return resolveName(name, { zones, rules }).map(({ leads }) => {
    if (leads.to === 'address') return leads.address;
    return leads.to === 'name' ? leads.name : `${leads.to}: ${leads.why}`;
  });
}

function rule(type: string, domain: string): LiveResolverRule {
  const targets = type === 'FORWARD' ? ['10.9.0.2', '10.9.1.2'] : [];
  return { id: `rslvr-rr-${type}-${domain}`, type, domain, targets };
}

const INTERNET = rule('RECURSIVE', '');

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
    expect(resolveName(NAME, { zones, rules: [] })).toEqual([
      {
        leads: { to: 'address', address: '10.1.0.20' },
        way: [NAME, 'now.payments.internal'],
        by: ['private zone payments.internal (Z-payments.internal)'],
        chosen: true,
      },
    ]);
  });

  describe('under resolver rules', () => {
    const zones = [
      zone('payments.internal', [record(NAME, 'A', ['10.1.0.20'])]),
    ];

    it.each<[string, LiveResolverRule[]]>([
      ['of the zone itself', [rule('FORWARD', 'payments.internal')]],
      ['of a part of the zone', [rule('FORWARD', NAME)]],
      [
        'of a part of what another one leaves to the VPC',
        [rule('SYSTEM', 'payments.internal'), rule('FORWARD', NAME)],
      ],
    ])('is forwarded by a rule %s', (_, rules) => {
      const [end] = underRules([INTERNET, ...rules], zones);
      expect(end).toMatch(
        /^unread: .* is forwarded to 10\.9\.0\.2, 10\.9\.1\.2 by rule rslvr-rr-FORWARD-/,
      );
    });

    it.each<[string, LiveResolverRule[]]>([
      [
        'for every name, which the zone is more specific than',
        [rule('FORWARD', '')],
      ],
      ['of the zone above', [rule('FORWARD', 'internal')]],
      ['of a name beside it', [rule('FORWARD', 'other.payments.internal')]],
      ['that ends alike', [rule('FORWARD', 'ments.internal')]],
      [
        'of the zone that leaves it to the VPC',
        [rule('SYSTEM', 'payments.internal')],
      ],
      ['that NS records would have to choose', [rule('DELEGATE', '')]],
    ])('is not forwarded by a rule %s', (_, rules) => {
      expect(underRules([INTERNET, ...rules], zones)).toEqual(['10.1.0.20']);
    });

    it('is forwarded for every name, that of a load balancer too', () => {
      expect(underRules([rule('FORWARD', '')], [], BALANCER)).toEqual([
        expect.stringContaining(
          'by rule rslvr-rr-FORWARD- of Route 53 Resolver (.)',
        ),
      ]);
    });

    it('is not where a rule leaves the names of AWS to the VPC', () => {
      const rules = [rule('FORWARD', ''), rule('SYSTEM', 'amazonaws.com')];
      expect(underRules(rules, [], BALANCER)).toEqual([BALANCER]);
    });

    it('is asked again for a CNAME, and not for an alias', () => {
      const rules = [rule('FORWARD', 'amazonaws.com')];
      const byCname = [
        zone('payments.internal', [record(NAME, 'CNAME', [BALANCER])]),
      ];
      const byAlias = [
        zone('payments.internal', [record(NAME, 'A', [], elb())]),
      ];
      expect(underRules(rules, byCname)[0]).toContain(
        `unread: ${BALANCER} is forwarded`,
      );
      expect(underRules(rules, byAlias)).toEqual([BALANCER]);
    });

    it('is not known where a rule was not shown', () => {
      const hidden = { id: 'rslvr-rr-9', unread: 'nobody shows it' };
      expect(underRules([hidden], zones)).toEqual([
        `unread: rule rslvr-rr-9 of Route 53 Resolver may be about ${NAME}: nobody shows it`,
      ]);
    });
  });
});
