import type { Certainty } from '../../facts/kubernetes/certainty';
import {
  EVERY_ADDRESS,
  addressSet,
  covers,
  isIpv4Range,
} from '../../facts/ranges/addressSet';

const EVERY_IPV6_ADDRESS = /^::\/0$|^0+(?::0+){7}\/0$/;

/** Whether the ranges leave some of the internet out, and why that is not known. */
export interface Openness {
  closed: Certainty;
  reason?: string;
}

/** Several ranges may be the whole internet together. */
export function openness(ranges: readonly string[]): Openness {
  if (ranges.some(range => EVERY_IPV6_ADDRESS.test(range)))
    return { closed: 'no' };
  if (covers(addressSet(ranges), EVERY_ADDRESS)) return { closed: 'no' };
  const strange = ranges.find(
    range => !isIpv4Range(range) && !range.includes(':'),
  );
  return strange === undefined
    ? { closed: 'yes' }
    : { closed: 'unknown', reason: `${strange} is no address range` };
}
