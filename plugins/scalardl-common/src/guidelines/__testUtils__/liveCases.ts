import type { Fact } from '../../facts/fact';
import {
  changed,
  healthyFacts,
  unread,
} from '../../facts/live/fixture/healthy.fixture';
import type {
  LiveFactName,
  LiveFacts,
  LiveRoute,
  LiveRouteTable,
  SideLiveFacts,
} from '../../facts/live';
import type { Side } from '../../report/report';

type ValueOf<Name extends LiveFactName> =
  SideLiveFacts[Name] extends Fact<infer T> ? T : never;

/** The healthy pair, or other facts, with one fact of the Ledger changed. */
export function ofLedger<Name extends LiveFactName>(
  fact: Name,
  change: (value: ValueOf<Name>) => ValueOf<Name>,
  facts: LiveFacts = healthyFacts(),
): LiveFacts {
  return changed(facts, { side: 'ledger', fact }, change);
}

/** The same with the Auditor. */
export function ofAuditor<Name extends LiveFactName>(
  fact: Name,
  change: (value: ValueOf<Name>) => ValueOf<Name>,
  facts: LiveFacts = healthyFacts(),
): LiveFacts {
  return changed(facts, { side: 'auditor', fact }, change);
}

/** Facts with one fact of the Ledger that was denied. */
export function denied(
  fact: LiveFactName,
  facts: LiveFacts = healthyFacts(),
  side: Side = 'ledger',
): LiveFacts {
  return unread(facts, { side, fact });
}

type Routes = LiveRouteTable['routes'];

/** Route tables of which one has other routes. */
export function withRoutes(
  id: string,
  change: (routes: Routes) => Routes,
): (tables: LiveRouteTable[]) => LiveRouteTable[] {
  return tables =>
    tables.map(table =>
      table.id === id ? { ...table, routes: change(table.routes) } : table,
    );
}

/** A route as AWS lists it. */
export function route(
  destination: string,
  kind: LiveRoute['target']['kind'],
  {
    id = `${kind}-1`,
    state = 'active',
  }: { id?: string; state?: LiveRoute['state'] } = {},
): LiveRoute {
  return { destination, target: { kind, id }, state };
}
