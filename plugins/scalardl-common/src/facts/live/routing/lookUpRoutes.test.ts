import fc from 'fast-check';
import { normaliseCidr, toRange } from '../../../network/cidr';
import { read, unreadable } from '../../fact';
import { addressSet, formatAddresses } from '../../ranges/addressSet';
import type { LivePrefixList, LiveRoute, LiveRouteTable } from '../aws';
import { lookUpRoutes } from './lookUpRoutes';

function route(
  destination: string,
  id: string,
  rest: Partial<LiveRoute> = {},
): LiveRoute {
  const kind = id === 'local' ? 'local' : 'peering';
  return { destination, target: { kind, id }, state: 'active', ...rest };
}

function table(...routes: LiveRoute[]): LiveRouteTable {
  return { id: 'rtb-1', main: false, subnetIds: [], routes, tags: {} };
}

function targets(
  routes: LiveRoute[],
  destination: string,
  lists: LivePrefixList[] = [],
) {
  const prefixLists = read(lists, 'ec2');
  const { parts } = lookUpRoutes(table(...routes), {
    destination: addressSet([destination]),
    prefixLists,
  });
  return Object.fromEntries(
    parts.map(part => [
      formatAddresses(part.addresses),
      part.route?.target.id ?? 'nowhere',
    ]),
  );
}

describe('lookUpRoutes', () => {
  it('splits a destination over the routes that hold parts of it', () => {
    expect(
      targets(
        [
          route('0.0.0.0/0', 'nat-1'),
          route('10.2.0.0/21', 'pcx-1'),
          route('10.2.4.0/24', 'tgw-1'),
        ],
        '10.2.0.0/20',
      ),
    ).toEqual({
      '10.2.4.0/24': 'tgw-1',
      '10.2.0.0/22, 10.2.5.0-10.2.7.255': 'pcx-1',
      '10.2.8.0/21': 'nat-1',
    });
  });

  it('leaves over what no route holds', () => {
    expect(
      targets([route('10.2.0.0/21', 'pcx-1')], '10.2.0.0/20'),
    ).toMatchObject({ '10.2.8.0/21': 'nowhere' });
  });

  it('lets a blackhole win by its longer prefix', () => {
    const gone = route('10.2.0.0/20', 'pcx-0', { state: 'blackhole' });
    expect(
      targets([route('10.0.0.0/8', 'tgw-1'), gone], '10.2.0.0/20'),
    ).toEqual({ '10.2.0.0/20': 'pcx-0' });
  });

  it('looks into prefix lists', () => {
    const list = { id: 'pl-1', cidrs: ['10.2.0.0/21', '10.2.8.0/21'] };
    expect(
      targets([route('pl-1', 'pcx-1')], '10.2.0.0/20', [list]),
    ).toMatchObject({
      '10.2.0.0/21': 'pcx-1',
      '10.2.8.0/21': 'pcx-1',
    });
  });

  it.each([
    [
      'the local route before a static one',
      [route('10.2.0.0/20', 'pcx-1'), route('10.2.0.0/20', 'local')],
      'local',
    ],
    [
      'a static route before a prefix list',
      [route('pl-1', 'tgw-1'), route('10.2.0.0/20', 'pcx-1')],
      'pcx-1',
    ],
    [
      'a static route before a propagated one',
      [
        route('10.2.0.0/20', 'vgw-1', { propagated: true }),
        route('10.2.0.0/20', 'pcx-1'),
      ],
      'pcx-1',
    ],
    [
      'a prefix list before a propagated route',
      [
        route('10.2.0.0/20', 'vgw-1', { propagated: true }),
        route('pl-1', 'pcx-1'),
      ],
      'pcx-1',
    ],
  ])('takes %s', (_, routes, expected) => {
    const list = { id: 'pl-1', cidrs: ['10.2.0.0/20'] };
    expect(targets(routes, '10.2.0.0/20', [list])).toEqual({
      '10.2.0.0/20': expected,
    });
  });

  it('does not decide between two prefix lists that hold the same range', () => {
    const lists = ['pl-1', 'pl-2'].map(id => ({ id, cidrs: ['10.2.0.0/20'] }));
    const { parts } = lookUpRoutes(
      table(route('pl-1', 'pcx-1'), route('pl-2', 'tgw-1')),
      {
        destination: addressSet(['10.2.0.0/20']),
        prefixLists: read(lists, 'ec2'),
      },
    );
    expect(parts[0]?.rivals.map(({ target }) => target.id)).toEqual(['tgw-1']);
  });

  it.each([
    ['the lists were denied', unreadable('denied')],
    ['this list is missing among them', read([], 'ec2')],
  ])('doubts a route by a prefix list where %s', (_, prefixLists) => {
    const { doubts } = lookUpRoutes(table(route('pl-1', 'tgw-1')), {
      destination: addressSet(['10.2.0.0/20']),
      prefixLists,
    });
    expect(doubts.map(({ destination }) => destination)).toEqual(['pl-1']);
  });

  it('leaves IPv6 routes aside', () => {
    expect(targets([route('::/0', 'eigw-1')], '10.2.0.0/20')).toEqual({
      '10.2.0.0/20': 'nowhere',
    });
  });

  it('agrees with asking for every address by itself', () => {
    // All within 10.0.0.0/26, so that every address of it can be asked for.
    const range = fc
      .tuple(fc.integer({ min: 0, max: 63 }), fc.integer({ min: 26, max: 32 }))
      .map(([last, prefix]) => normaliseCidr(`10.0.0.${last}/${prefix}`) ?? '');
    const anyRoute = fc
      .tuple(fc.oneof(range, fc.constantFrom('pl-1', 'pl-2')), fc.nat(20))
      .map(([destination, number]) => route(destination, `pcx-${number}`));
    const anyList = fc.array(range, { maxLength: 4 });
    fc.assert(
      fc.property(
        fc.array(anyRoute, { maxLength: 8 }),
        fc.tuple(anyList, anyList),
        range,
        (routes, [first, second], destination) => {
          const lists = [
            { id: 'pl-1', cidrs: first },
            { id: 'pl-2', cidrs: second },
          ];
          const { parts } = lookUpRoutes(table(...routes), {
            destination: addressSet([destination]),
            prefixLists: read(lists, 'ec2'),
          });
          const { first: lowest, last: highest } = toRange(destination);
          const found: string[][] = [];
          const expected: string[][] = [];
          for (let address = lowest; address <= highest; address += 1) {
            const holding = parts.filter(part =>
              part.addresses.some(
                span => span.first <= address && address <= span.last,
              ),
            );
            const routesHere = holding.flatMap(part => [
              part.route,
              ...part.rivals,
            ]);
            found.push(
              routesHere.map(each => each?.target.id ?? 'nowhere').sort(),
            );
            expected.push(naive(routes, lists, address));
          }
          expect(found).toEqual(expected);
        },
      ),
      { numRuns: 300 },
    );
  });
});

/** Every target that AWS may choose for one address, by going through all routes. */
function naive(
  routes: LiveRoute[],
  lists: LivePrefixList[],
  address: number,
): string[] {
  let longest = -1;
  let found: { target: string; isList: boolean }[] = [];
  for (const { destination, target } of routes) {
    const list = lists.find(({ id }) => id === destination);
    for (const cidr of list ? list.cidrs : [destination]) {
      const { first, last, prefix } = toRange(cidr);
      if (address < first || address > last || prefix < longest) continue;
      if (prefix > longest) found = [];
      longest = prefix;
      found.push({ target: target.id, isList: list !== undefined });
    }
  }
  const written = found.filter(({ isList }) => !isList);
  const best = written.length > 0 ? written : found;
  const chosen = [...new Set(best.map(({ target }) => target))].sort();
  return chosen.length > 0 ? chosen : ['nowhere'];
}
