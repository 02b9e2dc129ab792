import fc from 'fast-check';
import { normaliseCidr, toRange } from '../../../network/cidr';
import { read, unreadable } from '../../fact';
import type { LiveGroupRule, LivePrefixList, LiveSecurityGroup } from '../aws';
import { type Wanted, admission } from './admission';

function rule(rest: Partial<LiveGroupRule>): LiveGroupRule {
  return {
    protocol: 'tcp',
    ports: { from: 50051, to: 50052 },
    cidrs: [],
    ipv6Cidrs: [],
    prefixListIds: [],
    groups: [],
    ...rest,
  };
}

function group(id: string, ...ingress: LiveGroupRule[]): LiveSecurityGroup {
  return { id, name: id, ingress, egress: [], tags: {} };
}

const callers = {
  title: 'callers',
  ranges: ['10.2.0.0/20'],
  groupIds: ['sg-callers'],
};

function ask(
  groups: LiveSecurityGroup[],
  {
    held = groups.map(({ id }) => id),
    lists = read<LivePrefixList[]>([], 'ec2'),
    ...wanted
  }: Partial<Wanted> & {
    held?: string[];
    lists?: Parameters<typeof admission>[2]['prefixLists'];
  } = {},
) {
  return admission(
    held,
    { direction: 'ingress', port: 50051, peer: callers, ...wanted },
    { securityGroups: read(groups, 'ec2'), prefixLists: lists },
  );
}

describe('admission', () => {
  it('names the rule that admits', () => {
    const admitting = group('sg-1', rule({ cidrs: ['10.2.0.0/20'] }));
    expect(ask([group('sg-0'), admitting])).toEqual({
      answer: 'yes',
      detail: 'sg-1 rule tcp 50051-50052 from 10.2.0.0/20 admits callers',
    });
  });

  it('says whom no rule admits', () => {
    const half = group('sg-1', rule({ cidrs: ['10.2.0.0/21'] }));
    expect(ask([half])).toEqual({
      answer: 'no',
      detail: 'no rule of sg-1 admits tcp 50051 from callers 10.2.8.0/21',
    });
  });

  it('adds up the rules of all groups of an interface', () => {
    const groups = [
      group('sg-1', rule({ cidrs: ['10.2.0.0/21'] })),
      group('sg-2', rule({ cidrs: ['10.2.8.0/21'] })),
    ];
    expect(ask(groups)).toEqual({
      answer: 'yes',
      detail:
        'sg-1 rule tcp 50051-50052 from 10.2.0.0/21 and sg-2 rule tcp 50051-50052 from 10.2.8.0/21 admit callers',
    });
    expect(ask(groups, { held: ['sg-1'] }).answer).toBe('no');
  });

  it.each([
    ['another port', { ports: { from: 50053, to: 50060 } }, 'no'],
    ['another protocol', { protocol: 'udp' }, 'no'],
    ['the number of TCP', { protocol: '6' }, 'yes'],
    [
      'all protocols, whatever the ports',
      { protocol: '-1', ports: { from: 1, to: 1 } },
      'yes',
    ],
    ['all ports', { ports: undefined }, 'yes'],
  ])('takes a rule for %s as it is', (_, rest, answer) => {
    const one = group('sg-1', rule({ cidrs: ['10.0.0.0/8'], ...rest }));
    expect(ask([one]).answer).toBe(answer);
  });

  describe('with a prefix list', () => {
    const named = group('sg-1', rule({ prefixListIds: ['pl-1'] }));

    it('looks into it', () => {
      const lists = read([{ id: 'pl-1', cidrs: ['10.2.0.0/16'] }], 'ec2');
      expect(ask([named], { lists })).toMatchObject({
        answer: 'yes',
        detail: expect.stringContaining('from pl-1'),
      });
    });

    it.each([
      ['denied', unreadable('denied'), 'prefix list pl-1 was not read: denied'],
      ['not among them', read([], 'ec2'), 'prefix list pl-1 was not read'],
    ])('is unknown where it is %s', (_, lists, text) => {
      expect(ask([named], { lists })).toMatchObject({
        answer: 'unknown',
        detail: expect.stringContaining(text),
      });
    });

    it('needs it only where it matters', () => {
      const lists = unreadable('denied');
      const wide = group(
        'sg-1',
        rule({ prefixListIds: ['pl-1'], cidrs: ['10.0.0.0/8'] }),
      );
      const elsewhere = group(
        'sg-1',
        rule({ prefixListIds: ['pl-1'], ports: { from: 1, to: 2 } }),
      );
      expect(ask([wide], { lists }).answer).toBe('yes');
      expect(ask([elsewhere], { lists }).answer).toBe('no');
    });
  });

  describe('with a reference to a group', () => {
    const across = { groupId: 'sg-callers', peeringId: 'pcx-1' };

    it.each([
      ['held by the caller', { groupId: 'sg-callers' }, 'yes'],
      ['held by somebody else', { groupId: 'sg-other' }, 'no'],
      [
        'across an active peering',
        { ...across, peeringStatus: 'active' },
        'yes',
      ],
      [
        'across a peering that is gone',
        { ...across, peeringStatus: 'deleted' },
        'no',
      ],
      ['across a peering of which nobody tells', across, 'unknown'],
    ])('%s is %p', (_, reference, answer) => {
      expect(ask([group('sg-1', rule({ groups: [reference] }))]).answer).toBe(
        answer,
      );
    });

    it('is unknown only across a peering where the interfaces of the callers are not seen', () => {
      const peer = { ...callers, groupIds: undefined };
      const foreign = rule({
        groups: [{ ...across, peeringStatus: 'active' }],
      });
      const own = rule({ groups: [{ groupId: 'sg-callers' }] });
      expect(ask([group('sg-1', foreign)], { peer }).answer).toBe('unknown');
      expect(ask([group('sg-1', own)], { peer }).answer).toBe('no');
    });
  });

  it('is unknown where a group of the interface was not among those that were read', () => {
    expect(ask([group('sg-1')], { held: ['sg-1', 'sg-9'] })).toMatchObject({
      answer: 'unknown',
      detail: expect.stringContaining('sg-9 is not among'),
    });
  });

  it('is unknown where the callers have no IPv4 address', () => {
    const open = group('sg-1', rule({ cidrs: ['0.0.0.0/0'] }));
    const peer = { ...callers, ranges: ['2001:db8::/56'] };
    expect(ask([open], { peer }).answer).toBe('unknown');
  });

  it('agrees with asking every rule for every address and port', () => {
    const anyRange = fc
      .tuple(fc.nat(255), fc.integer({ min: 23, max: 32 }))
      .map(([last, prefix]) => normaliseCidr(`10.0.0.${last}/${prefix}`) ?? '');
    const anyRule = fc
      .record({
        protocol: fc.constantFrom('tcp', '6', 'udp', '-1'),
        ports: fc.option(
          fc.tuple(fc.nat(5), fc.nat(5)).map(([one, other]) => ({
            from: Math.min(one, other),
            to: Math.max(one, other),
          })),
          { nil: undefined },
        ),
        cidrs: fc.array(anyRange, { maxLength: 3 }),
        prefixListIds: fc.subarray(['pl-1', 'pl-2']),
        groups: fc.subarray(
          [{ groupId: 'sg-callers' }, { groupId: 'sg-other' }],
          { maxLength: 1 },
        ),
      })
      .map(rule);
    fc.assert(
      fc.property(
        fc.array(fc.array(anyRule, { maxLength: 4 }), { maxLength: 3 }),
        fc.array(fc.array(anyRange, { maxLength: 3 }), {
          minLength: 2,
          maxLength: 2,
        }),
        anyRange,
        fc.nat(5),
        (rules, lists, range, port) => {
          const groups = rules.map((each, index) =>
            group(`sg-${index}`, ...each),
          );
          const listed = lists.map((cidrs, index) => ({
            id: `pl-${index + 1}`,
            cidrs,
          }));
          const { answer } = ask(groups, {
            port,
            peer: { ...callers, ranges: [range] },
            lists: read(listed, 'ec2'),
          });
          const { first, last } = toRange(range);
          let all = true;
          for (let address = first; address <= last; address += 1) {
            all &&= rules
              .flat()
              .some(each => naive(each, { address, port, listed }));
          }
          expect(answer).toBe(all ? 'yes' : 'no');
        },
      ),
      { numRuns: 300 },
    );
  });
});

function naive(
  { protocol, ports, cidrs, prefixListIds, groups }: LiveGroupRule,
  {
    address,
    port,
    listed,
  }: { address: number; port: number; listed: LivePrefixList[] },
): boolean {
  if (protocol === 'udp') return false;
  if (protocol !== '-1' && ports && (port < ports.from || port > ports.to))
    return false;
  if (groups.some(({ groupId }) => groupId === 'sg-callers')) return true;
  const ranges = listed
    .filter(({ id }) => prefixListIds.includes(id))
    .flatMap(list => list.cidrs)
    .concat(cidrs)
    .map(toRange);
  return ranges.some(({ first, last }) => first <= address && address <= last);
}
