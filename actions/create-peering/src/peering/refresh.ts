import type { Link } from '../link/link';
import { viewOf } from '../link/link';
import { together } from '../aws/answers';
import { type Peering, readPeering, readPeerings } from './peering';

/** The link with its peerings read again; only one of them where its id is known. */
export async function refreshPeerings(link: Link, id?: string): Promise<Link> {
  const reads = new Map<string, Promise<Peering[]>>();
  const read = (half: Link['halves'][number]) => {
    const { account, vpcId } = half.network;
    const name = id ? viewOf(half) : vpcId;
    const reading =
      reads.get(name) ??
      (id ? readOne(account, id) : readPeerings(account, vpcId));
    reads.set(name, reading);
    return reading;
  };
  const halves = await together(
    link.halves.map(async half => {
      const peerings = await read(half);
      const { network } = half;
      return {
        ...half,
        network: { ...network, state: { ...network.state, peerings } },
      };
    }),
  );
  return { ...link, halves };
}

async function readOne(
  account: Link['halves'][number]['network']['account'],
  id: string,
): Promise<Peering[]> {
  const peering = await readPeering(account, id);
  return peering ? [peering] : [];
}
