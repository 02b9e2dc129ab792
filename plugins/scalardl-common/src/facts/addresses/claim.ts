import { type Ipv4Range, normaliseCidr, toRange } from '../../network/cidr';
import type { Location, Side } from '../../report/report';

/**
 * What a range is for:
 * - `vpc`: a cluster's nodes, pods and load balancers have these addresses
 * - `network`: machines of another network have them
 * - `services`: Kubernetes gives them to Services of one cluster
 * - `callers`: machines of other networks that may call a cluster's API
 */
export type Purpose = 'vpc' | 'network' | 'services' | 'callers';

/** A range of addresses that something in the files takes for itself. */
export interface Claim {
  /** Who takes it, in words: `the Auditor VPC`. */
  owner: string;
  purpose: Purpose;
  cidr: string;
  range: Ipv4Range;
  location: Location;
}

/** Addresses that are in use and that the files do not tell. */
export interface Gap {
  owner: string;
  reason: string;
  location: Location;
}

/** What the files tell about the addresses in use. */
export interface Claims {
  claims: Claim[];
  gaps: Gap[];
}

export const SIDE_TITLE: Readonly<Record<Side, string>> = {
  ledger: 'Ledger',
  auditor: 'Auditor',
};

/** A claim on a range as it is written, or a gap where it is no IPv4 range. */
export function claim(
  text: string,
  rest: Omit<Claim, 'cidr' | 'range'>,
): Claims {
  const cidr = normaliseCidr(text);
  if (cidr === undefined) {
    const { owner, location } = rest;
    const reason = `${text} is no IPv4 range`;
    return { claims: [], gaps: [{ owner, location, reason }] };
  }
  return { claims: [{ ...rest, cidr, range: toRange(cidr) }], gaps: [] };
}

export function together(...parts: Claims[]): Claims {
  return {
    claims: parts.flatMap(({ claims }) => claims),
    gaps: parts.flatMap(({ gaps }) => gaps),
  };
}
