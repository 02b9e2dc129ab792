import { waitFor } from '@scalardl-on-eks/action-toolkit';
import { together, unlessDone } from '../aws/answers';
import { switchOff } from '../dns/dns';
import type { Half } from '../link/link';
import { UNKNOWN_YET } from '../peering/acceptPeering';
import { deletePeering } from '../peering/deletePeering';
import type { Work } from '../peering/ensurePeering';
import { DNS_TAG, NAME_TAG, ORIGIN_TAG } from '../peering/marks';
import { type Peering, isLive, readPeering } from '../peering/peering';
import { untagPeering } from '../peering/tagPeering';
import { removeRoutes } from '../routes/removeRoutes';
import { applyRules } from '../rules/applyRules';
import type { MadeHalf, MadeLink } from './absentLink';

/** Removes what this action made: rules, routes, its half of the options, and then the peering or its tags. */
export async function removeLink(
  { halves, made, tagged }: MadeLink,
  work: Work,
): Promise<void> {
  await together(halves.map(removeHalf));
  await switchOff(
    halves.flatMap(({ half, dns }) => (dns ? [{ half, peering: dns }] : [])),
  );
  if (made) await removePeering(made.half, made.peering, work);
  await together(
    tagged.map(({ half, peering }) =>
      // The other account may have deleted it a moment ago.
      unlessDone(UNKNOWN_YET, () =>
        untagPeering(half, peering.id, [NAME_TAG, ORIGIN_TAG, DNS_TAG]),
      ),
    ),
  );
}

async function removeHalf({ half, rules, routes }: MadeHalf): Promise<void> {
  await applyRules(half, { create: [], remove: rules });
  await removeRoutes(half.network.account, routes);
}

async function removePeering(
  half: Half,
  known: Peering,
  { deadline }: Work,
): Promise<void> {
  const { account } = half.network;
  let now: Peering | undefined = { ...known };
  await waitFor(
    `${known.id} to be deleted`,
    async () => {
      // One that is still coming to be cannot be deleted yet, so this is tried again.
      if (now && isLive(now)) await deletePeering(account, now.id);
      now = await readPeering(account, known.id);
      return !now || !(isLive(now) || now.status === 'deleting')
        ? { done: true, value: undefined }
        : { done: false, seen: `its status is ${now.status}` };
    },
    { deadline, base: 60 },
  );
}
