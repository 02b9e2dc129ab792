import { type Deadline, waitFor } from '@scalardl-on-eks/action-toolkit';
import { together } from './aws/answers';
import type { Link } from './link/link';
import type { Network, NetworkState } from './network/network';
import { readState } from './network/readState';
import { type Change, changeText } from './plan/change';

/** AWS shows a change to every reader within seconds; what is missing after this long was undone by somebody. */
const SHOWS_WITHIN = 120_000;

/**
 * Reads every changed network again until nothing is left to change: only then is a success claimed.
 *
 * @param plan - what is left to change for a link
 */
export async function readBack(
  links: readonly Link[],
  plan: (link: Link) => Change[],
  deadline: Deadline,
): Promise<Link[]> {
  return waitFor(
    'AWS to show every change',
    async () => {
      const read = await rereadLinks(links);
      const left = read.flatMap(plan);
      return left.length === 0
        ? { done: true, value: read }
        : { done: false, seen: `still to ${left.map(changeText).join(', ')}` };
    },
    {
      deadline: {
        ...deadline,
        at: Math.min(deadline.at, Date.now() + SHOWS_WITHIN),
      },
      base: 60,
      longest: 3_000,
    },
  );
}

/** The links with everything read again that this action changes. */
export async function rereadLinks(links: readonly Link[]): Promise<Link[]> {
  const networks = new Map<string, Network>(
    links.flatMap(({ halves }) =>
      halves.map(({ network }): [string, Network] => [network.vpcId, network]),
    ),
  );
  const states = new Map<string, NetworkState>();
  await together(
    [...networks.values()].map(async ({ account, vpcId, groups }) => {
      states.set(vpcId, await readState(account, { vpcId, groups }));
    }),
  );
  return links.map(link => ({
    ...link,
    halves: link.halves.map(half => {
      const { network } = half;
      const state = states.get(network.vpcId) ?? network.state;
      return { ...half, network: { ...network, state } };
    }),
  }));
}
