import { together } from '../aws/answers';
import { switchOn } from '../dns/dns';
import { type Adoption, adoptions } from '../peering/adoption';
import { type Work, ensurePeering } from '../peering/ensurePeering';
import type { FoundPeering } from '../peering/findPeering';
import { tagPeering } from '../peering/tagPeering';
import { halfChanges } from '../plan/planLink';
import { applyRoutes } from '../routes/applyRoutes';
import { applyRules } from '../rules/applyRules';
import { readRules } from '../rules/rule';
import { type HalfDiff, diffHalf, knowsSources } from './diffHalf';
import type { Half, Link } from './link';

/** How far a connection came. */
export interface LinkResult {
  link: Link;
  peering?: FoundPeering;
  status: 'active' | 'pending' | 'late' | 'planned' | 'absent';
  /** Why it is late. */
  reason?: string;
}

/** Makes a connection as wanted, as far as this run's credentials reach. */
export async function applyLink(link: Link, work: Work): Promise<LinkResult> {
  // Rules ask for no peering, so they are made while it comes to be.
  const early = link.halves.map(half => diffHalf(half, undefined));
  const [ensured] = await together([
    ensurePeering(link, work),
    together(early.map(diff => makeRules(diff, work))),
  ]);
  const { peering } = ensured;
  if (ensured.kind === 'late') {
    return { link, peering, status: 'late', reason: ensured.reason };
  }
  if (ensured.kind === 'pending') return { link, peering, status: 'pending' };
  await finish(ensured.link.halves, ensured.peering, work);
  return { link: ensured.link, peering, status: 'active' };
}

async function finish(
  halves: readonly Half[],
  peering: FoundPeering,
  work: Work,
): Promise<void> {
  await together(
    adoptions(halves, peering).map(adoption => adopt(adoption, peering, work)),
  );
  const diffs = halves.map(half => diffHalf(half, peering));
  await together([
    resolveNames(diffs, peering, work),
    ...diffs.map(diff => makeRoutes(diff, peering, work)),
    ...halves
      .filter(half => !knowsSources(half))
      .map(half => completeRules(half, peering, work)),
  ]);
}

/** The other account has told its ranges by now, which may be more than the inputs say. */
async function completeRules(
  half: Half,
  peering: FoundPeering,
  work: Work,
): Promise<void> {
  const { network } = half;
  const rules = await readRules(network.account, network);
  const state = { ...network.state, rules };
  const now = { ...half, network: { ...network, state } };
  await makeRules(diffHalf(now, peering), work);
}

async function adopt(
  { half, tags }: Adoption,
  { id }: FoundPeering,
  { did }: Work,
): Promise<void> {
  await tagPeering(half, id, tags);
  did([
    {
      connection: half.connection,
      network: half.network.name,
      action: 'adopt',
      kind: 'peering',
      subject: id,
    },
  ]);
}

async function resolveNames(
  diffs: readonly HalfDiff[],
  { views }: FoundPeering,
  { did }: Work,
): Promise<void> {
  const off = diffs.flatMap(({ half, dns }) => {
    const peering = views.get(half);
    return dns && peering ? [{ half, peering }] : [];
  });
  await switchOn(off);
  did(off.flatMap(({ half }) => halfChanges({ half, dns: true })));
}

async function makeRoutes(
  { half, routes }: HalfDiff,
  { id }: FoundPeering,
  { did }: Work,
): Promise<void> {
  const changes = routes?.changes ?? [];
  if (changes.length === 0) return;
  const { network, connection } = half;
  await applyRoutes(network.account, { connection, peering: id, changes });
  did(halfChanges({ half, dns: false, routes }));
}

async function makeRules(
  { half, rules }: HalfDiff,
  { did }: Work,
): Promise<void> {
  if (!rules) return;
  await applyRules(half, rules);
  did(halfChanges({ half, dns: false, rules }));
}
