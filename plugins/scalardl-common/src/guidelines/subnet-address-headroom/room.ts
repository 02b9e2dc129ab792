import type { AddressBounds } from '../../facts/clusterConfig/addressesPerNode';
import type { SubnetDemand } from '../../facts/live/subnets/subnetDemands';
import {
  BLOCK_SIZE,
  type Interfaces,
  takenAddresses,
} from '../../facts/live/subnets/takenAddresses';
import { RESERVED_ADDRESSES } from '../../network/subnetNeed';
import type { Subject } from '../../report/report';

/**
 * Whether a subnet holds what the largest size needs beyond what the cluster has of it now. With prefix delegation
 * only whole blocks of sixteen count, which the number of free addresses hides.
 */
export function roomSubject(
  { subnet, nodes, needed }: SubnetDemand,
  { interfaces, inBlocks }: { interfaces: Interfaces; inBlocks: boolean },
): Subject {
  const { id, availableAddresses } = subnet;
  const { own, freeBlocks } = takenAddresses(subnet, interfaces);
  // What AWS keeps is needed too, and is not among the free ones.
  const room = availableAddresses + own + RESERVED_ADDRESSES;
  const byCount = compare({ fewest: room, most: room }, needed);
  if (byCount !== 'pass' || !inBlocks) {
    const detail = `${id} has ${availableAddresses} free addresses and ${own} of the cluster, ${range(needed)} are needed with the ${RESERVED_ADDRESSES} that AWS keeps`;
    return { id, verdict: byCount, detail: explained(byCount, detail) };
  }
  const missing = {
    fewest: Math.max(0, nodes.fewest - own),
    most: Math.max(0, nodes.most - own),
  };
  const inFreeBlocks = {
    fewest: freeBlocks.fewest * BLOCK_SIZE,
    most: freeBlocks.most * BLOCK_SIZE,
  };
  const verdict = compare(inFreeBlocks, missing);
  const detail = `${id} has ${range(freeBlocks)} free blocks of ${BLOCK_SIZE}, ${range(missing)} more addresses are needed in such blocks`;
  return { id, verdict, detail: explained(verdict, detail) };
}

function compare(
  room: AddressBounds,
  needed: AddressBounds,
): 'pass' | 'fail' | 'unknown' {
  if (room.fewest >= needed.most) return 'pass';
  return room.most < needed.fewest ? 'fail' : 'unknown';
}

function range({ fewest, most }: AddressBounds): string {
  return fewest === most ? String(most) : `${fewest} to ${most}`;
}

function explained(verdict: Subject['verdict'], detail: string): string {
  return verdict === 'unknown'
    ? `${detail}, depending on where and how many pods run`
    : detail;
}
