import { findOverlaps } from '../../network/overlap';
import type { Claim } from './claim';

/** Every two claims that share an address and must not. */
export function conflictsOf(claims: readonly Claim[]): [Claim, Claim][] {
  return findOverlaps(claims).filter(([one, other]) => mustDiffer(one, other));
}

/**
 * Services of one cluster are not seen from the other. The callers of an API are machines of some network
 * that may well be named under another name too, but never of a cluster's VPC or Services.
 */
export function mustDiffer(one: Claim, other: Claim): boolean {
  if (one.owner === other.owner) return false;
  const purposes = [one.purpose, other.purpose];
  if (purposes.every(purpose => purpose === 'services')) return false;
  if (!purposes.includes('callers')) return true;
  return purposes.includes('vpc') || purposes.includes('services');
}
