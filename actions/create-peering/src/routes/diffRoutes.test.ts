import { halfOf } from '../link/half.fixture';
import { diffRoutes } from './diffRoutes';
import { markKey, markValue } from './mark';
import type { Route, RouteTable } from './routeTable';

const WANTED = { peering: 'pcx-new', destinations: ['10.1.0.0/20'] };

function route(target: string, more: Partial<Route> = {}): Route {
  return {
    destination: '10.1.0.0/20',
    target,
    isBlackhole: false,
    isPropagated: false,
    ...more,
  };
}

function table(
  routes: Route[],
  peerings: string[] = [],
  connection = 'auditor-ledger',
): RouteTable {
  const mark: [string, string] = [
    markKey('10.1.0.0/20'),
    markValue({ connection, peerings }),
  ];
  return {
    id: 'rtb-1',
    subnets: [],
    isMain: false,
    isPublic: false,
    routes,
    tags: new Map(peerings.length > 0 ? [mark] : []),
  };
}

describe('diffRoutes', () => {
  it.each([
    { found: 'no route', routes: [], action: 'create' },
    {
      found: 'the wanted route',
      routes: [route('pcx-new')],
      action: undefined,
    },
    {
      found: 'its own blackhole',
      routes: [route('pcx-old', { isBlackhole: true })],
      peerings: ['pcx-old'],
      action: 'replace',
    },
    {
      found: 'its own blackhole, marked already for the new peering',
      routes: [route('pcx-old', { isBlackhole: true })],
      peerings: ['pcx-new', 'pcx-old'],
      action: 'replace',
    },
  ])('with $found', ({ routes, peerings, action }) => {
    const half = halfOf({ tables: [table(routes, peerings)] });
    const { changes, conflicts } = diffRoutes(half, WANTED);
    expect(changes.map(change => change.action)).toEqual(
      action ? [action] : [],
    );
    expect(conflicts).toEqual([]);
  });

  it.each([
    { found: 'a live route elsewhere', routes: [route('tgw-1')] },
    {
      found: 'a live route to an older peering of its own',
      routes: [route('pcx-old')],
      peerings: ['pcx-old'],
    },
    {
      found: 'a blackhole without a mark',
      routes: [route('pcx-x', { isBlackhole: true })],
    },
    {
      found: 'a blackhole that a person made beside the mark',
      routes: [route('pcx-x', { isBlackhole: true })],
      peerings: ['pcx-old'],
    },
    {
      found: 'a narrower route elsewhere',
      routes: [
        route('pcx-new'),
        route('nat-1', { destination: '10.1.4.0/24' }),
      ],
    },
  ])('names $found', ({ routes, peerings }) => {
    const half = halfOf({ tables: [table(routes, peerings)] });
    const { changes, conflicts } = diffRoutes(half, WANTED);
    expect(changes).toEqual([]);
    expect(conflicts).toHaveLength(1);
  });

  it('removes what it made and wants no longer, and only that', () => {
    const unwanted = { ...WANTED, destinations: [] };
    const own = halfOf({ tables: [table([route('pcx-new')], ['pcx-new'])] });
    expect(diffRoutes(own, unwanted).changes).toEqual([
      {
        action: 'remove',
        table: 'rtb-1',
        destination: '10.1.0.0/20',
        hasRoute: true,
      },
    ]);
    const foreign = table([route('pcx-new')], ['pcx-new'], 'shop-ledger');
    expect(diffRoutes(halfOf({ tables: [foreign] }), unwanted).changes).toEqual(
      [],
    );
    const replaced = table([route('tgw-1')], ['pcx-new']);
    expect(
      diffRoutes(halfOf({ tables: [replaced] }), unwanted).changes,
    ).toMatchObject([{ hasRoute: false }]);
  });

  it('leaves tables alone that steer none of the subnets', () => {
    const half = halfOf({ tables: [table([])], effective: [] });
    expect(diffRoutes(half, WANTED)).toEqual({ changes: [], conflicts: [] });
  });
});
