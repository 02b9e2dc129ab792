import type { Situation } from '../situation';
import { leftovers } from './leftovers';
import { network } from './network';
import { fixedNodeGroups, replacement } from './nodeGroups';
import { broken, deletion, owner } from './owner';
import { encryptionKey, version } from './version';

const REFUSALS = [
  owner,
  deletion,
  broken,
  leftovers,
  network,
  version,
  encryptionKey,
  fixedNodeGroups,
  replacement,
];

/** Every reason not to begin, one sentence each. */
export function refusals(situation: Situation): string[] {
  return REFUSALS.flatMap(refuse => refuse(situation));
}
