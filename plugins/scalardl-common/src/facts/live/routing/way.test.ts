import { read, unreadable } from '../../fact';
import { certain } from '../../kubernetes/certainty';
import { addressSet } from '../../ranges/addressSet';
import type { LivePrefixList, LiveRoute, LiveRouteTable } from '../aws';
import { wayFrom } from './way';

function table(
  id: string,
  rest: Partial<LiveRouteTable> & { routes: LiveRoute[] },
): LiveRouteTable {
  return { id, main: false, subnetIds: [], tags: {}, ...rest };
}

function route(
  destination: string,
  id: string,
  state: LiveRoute['state'] = 'active',
): LiveRoute {
  return { destination, target: { kind: 'peering', id }, state };
}

function way(
  routeTables: LiveRouteTable[],
  {
    destination = ['10.2.0.0/20'],
    prefixLists = read<LivePrefixList[]>([], 'ec2'),
  }: {
    destination?: string[];
    prefixLists?: Parameters<typeof wayFrom>[2]['prefixLists'];
  } = {},
) {
  return wayFrom(
    'subnet-1',
    {
      destination: addressSet(destination),
      accepts: ({ target }) => ({ answer: certain(target.id === 'pcx-1') }),
    },
    { routeTables, prefixLists },
  );
}

const good = route('10.2.0.0/20', 'pcx-1');

describe('wayFrom', () => {
  it('names the route that decides', () => {
    const tables = [
      table('rtb-1', { subnetIds: ['subnet-1'], routes: [good] }),
    ];
    expect(way(tables)).toEqual({
      answer: 'yes',
      detail: 'rtb-1 10.2.0.0/20 → pcx-1',
    });
  });

  it('uses the main table only where no table names the subnet', () => {
    const main = table('rtb-main', { main: true, routes: [good] });
    const own = table('rtb-1', { subnetIds: ['subnet-1'], routes: [] });
    expect(way([main]).answer).toBe('yes');
    expect(way([main, own])).toEqual({
      answer: 'no',
      detail: 'rtb-1 has no route to 10.2.0.0/20',
    });
  });

  it.each([
    [
      'a blackhole',
      [route('10.2.0.0/20', 'pcx-1', 'blackhole')],
      'rtb-1 10.2.0.0/20 → pcx-1 (blackhole)',
    ],
    [
      'a longer prefix that leads elsewhere',
      [good, route('10.2.4.0/24', 'tgw-1')],
      'rtb-1 10.2.4.0/24 → tgw-1',
    ],
  ])('is not good with %s', (_, routes, detail) => {
    expect(way([table('rtb-1', { main: true, routes })])).toEqual({
      answer: 'no',
      detail,
    });
  });

  it.each([
    [
      'a part of the destination falls to a wider route',
      [route('10.2.0.0/21', 'pcx-1'), route('0.0.0.0/0', 'nat-1')],
      'rtb-1 0.0.0.0/0 → nat-1 takes 10.2.8.0/21',
    ],
    [
      'several parts of it do',
      [
        route('10.2.0.0/22', 'pcx-1'),
        route('10.2.8.0/22', 'pcx-1'),
        route('0.0.0.0/0', 'nat-1'),
      ],
      'rtb-1 0.0.0.0/0 → nat-1 takes 10.2.4.0/22, 10.2.12.0/22',
    ],
    [
      'a blackhole takes more than is asked for',
      [route('10.0.0.0/8', 'pcx-0', 'blackhole')],
      'rtb-1 10.0.0.0/8 → pcx-0 (blackhole) takes 10.2.0.0/20',
    ],
    [
      'an entry of a prefix list takes a part',
      [route('10.2.0.0/21', 'pcx-1'), route('pl-1', 'tgw-1')],
      'rtb-1 10.2.0.0/16 of pl-1 → tgw-1 takes 10.2.8.0/21',
    ],
    [
      'parts are lost to more routes than a report names',
      [0, 1, 2, 3].map(third => route(`10.2.${third}.0/24`, 'tgw-1')),
      'rtb-1 10.2.0.0/24 → tgw-1, rtb-1 10.2.1.0/24 → tgw-1, rtb-1 10.2.2.0/24 → tgw-1, …',
    ],
  ])('names what is lost where %s', (_, routes, detail) => {
    const prefixLists = read([{ id: 'pl-1', cidrs: ['10.2.0.0/16'] }], 'ec2');
    expect(
      way([table('rtb-1', { main: true, routes })], { prefixLists }),
    ).toEqual({ answer: 'no', detail });
  });

  it('is not known without a table, or without a destination', () => {
    expect(way([])).toMatchObject({
      answer: 'unknown',
      detail: expect.stringContaining('no route table of subnet-1'),
    });
    const main = table('rtb-1', { main: true, routes: [good] });
    expect(way([main], { destination: [] }).answer).toBe('unknown');
  });

  describe('with a prefix list that was not read', () => {
    const prefixLists = unreadable('denied');
    const routing = (...routes: LiveRoute[]) =>
      way([table('rtb-1', { main: true, routes })], { prefixLists });

    it('is not known where the list may lead elsewhere', () => {
      expect(routing(good, route('pl-1', 'tgw-1'))).toEqual({
        answer: 'unknown',
        detail:
          'rtb-1 10.2.0.0/20 → pcx-1, unless pl-1, which was not read, leads to tgw-1',
      });
    });

    it('is not known where only the list may lead there', () => {
      expect(
        routing(route('pl-1', 'pcx-1'), route('0.0.0.0/0', 'nat-1')),
      ).toEqual({
        answer: 'unknown',
        detail:
          'rtb-1 0.0.0.0/0 → nat-1 takes 10.2.0.0/20, unless pl-1, which was not read, leads to pcx-1',
      });
    });

    it('is known where the list leads to the same', () => {
      expect(routing(good, route('pl-1', 'pcx-1')).answer).toBe('yes');
      expect(routing(route('pl-1', 'tgw-1')).answer).toBe('no');
    });
  });

  it('is not known where two prefix lists hold the same range', () => {
    const prefixLists = read(
      ['pl-1', 'pl-2'].map(id => ({ id, cidrs: ['10.2.0.0/20'] })),
      'ec2',
    );
    const routes = [route('pl-1', 'pcx-1'), route('pl-2', 'tgw-1')];
    expect(
      way([table('rtb-1', { main: true, routes })], { prefixLists }),
    ).toEqual({
      answer: 'unknown',
      detail: 'rtb-1 10.2.0.0/20 of pl-1 → pcx-1, unless pl-2 leads to tgw-1',
    });
  });
});
