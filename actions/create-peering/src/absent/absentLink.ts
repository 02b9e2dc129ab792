import type { Half, Link } from '../link/link';
import { distinctViews } from '../link/link';
import { DNS_TAG, NAME_TAG, ORIGIN_TAG } from '../peering/marks';
import { type Peering, isLive } from '../peering/peering';
import { type RouteChange, leftIn } from '../routes/diffRoutes';
import { isMade } from '../rules/diffRules';
import type { Rule } from '../rules/rule';

/** What this action made for a connection in one network. */
export interface MadeHalf {
  half: Half;
  rules: Rule[];
  routes: RouteChange[];
  /** Peering whose resolution of names it switched on. */
  dns?: Peering;
}

/** What this action made for a connection. */
export interface MadeLink {
  link: Link;
  halves: MadeHalf[];
  /** Requested by it, once whichever half sees that. */
  made?: { half: Half; peering: Peering };
  /** Somebody else's peerings with our tags, once a view. */
  tagged: { half: Half; peering: Peering }[];
}

/** Finds what this action made, by its marks alone: so a half-done creation is undone, too. */
export function findMade(link: Link): MadeLink {
  const tagged = distinctViews(link.halves).flatMap(half =>
    marked(half).map(peering => ({ half, peering })),
  );
  const made = tagged.find(
    ({ peering }) => peering.tags.get(ORIGIN_TAG) === 'made',
  );
  return {
    link,
    halves: link.halves.map(half => ({
      half,
      rules: half.network.state.rules.filter(rule => isMade(rule, half)),
      routes: half.network.state.tables.flatMap(table =>
        leftIn(half, table, { destinations: [] }),
      ),
      dns: made ? undefined : switchedOn(half),
    })),
    made,
    tagged: made ? [] : tagged,
  };
}

function marked({ network, connection }: Half): Peering[] {
  const unique = new Map(
    network.state.peerings.map(peering => [peering.id, peering]),
  );
  return [...unique.values()].filter(
    peering =>
      (isLive(peering) || peering.status === 'deleting') &&
      peering.tags.get(NAME_TAG) === connection,
  );
}

/** A peering that stays although its resolution of names was switched on by this action. */
function switchedOn(half: Half): Peering | undefined {
  const { vpcId } = half.network;
  return marked(half).find(({ status, requester, accepter, tags }) => {
    const end = requester.vpcId === vpcId ? requester : accepter;
    const isOurs =
      tags.get(ORIGIN_TAG) === 'accepted' ||
      tags.get(DNS_TAG)?.split(' ').includes(vpcId);
    return status === 'active' && end.resolvesNames === true && isOurs;
  });
}

/** Whether nothing of ours is left. */
export function isAbsent({ halves, made, tagged }: MadeLink): boolean {
  return (
    !made &&
    tagged.length === 0 &&
    halves.every(
      ({ rules, routes, dns }) =>
        rules.length === 0 && routes.length === 0 && !dns,
    )
  );
}
