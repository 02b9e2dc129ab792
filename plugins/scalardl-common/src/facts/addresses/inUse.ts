import type { Environment } from '../../environment/schema';
import { overlaps } from '../../network/cidr';
import { SIDES, type Side } from '../../report/report';
import type { SourceDocument } from '../sourceDocument';
import type { Claim, Claims, Gap } from './claim';
import { conflictsOf, mustDiffer } from './conflicts';
import { declaredRanges, outsideClaims } from './outsideClaims';
import { serviceRange } from './serviceClaims';
import { vpcClaims } from './vpcClaims';

export interface AddressFiles {
  clusterConfigs: Record<Side, SourceDocument>;
  environment: Environment | undefined;
  environmentSource: SourceDocument | undefined;
}

/** A range that EKS will choose, with the claims that some candidate shares an address with. */
export interface Undecided {
  candidates: Claim[];
  against: [candidate: Claim, other: Claim][];
}

/** Every range of addresses that the files tell of, and where two of them collide. */
export interface AddressFacts extends Claims {
  gaps: Gap[];
  /** The earlier claim first. */
  conflicts: [Claim, Claim][];
  /** Only where a candidate collides with something. */
  undecided: Undecided[];
  /** Whether the environment file writes the range out; `true` for all without one. */
  isDeclared(claim: Claim): boolean;
}

export function addressesInUse(files: AddressFiles): AddressFacts {
  const { environment, environmentSource, clusterConfigs } = files;
  const sides = SIDES.map(side => {
    const own = { side, clusterConfig: clusterConfigs[side], environment };
    const vpc = vpcClaims(own);
    const networks = vpc.claims.filter(({ purpose }) => purpose === 'vpc');
    return { vpc, services: serviceRange(own, networks) };
  });
  const decided = sides.flatMap(({ vpc, services }) =>
    services.decided ? [vpc, services.claims] : [vpc],
  );
  const claims = [
    ...decided.flatMap(part => part.claims),
    ...(environment && environmentSource
      ? outsideClaims(environment, environmentSource)
      : []),
  ];
  const order = (claim: Claim) => claims.indexOf(claim);
  const declared = declaredRanges(environment);
  return {
    claims,
    gaps: decided.flatMap(part => part.gaps),
    conflicts: conflictsOf(claims).map(([one, other]) =>
      order(one) < order(other) ? [one, other] : [other, one],
    ),
    undecided: sides.flatMap(({ services }) =>
      services.decided ? [] : undecidedAgainst(services.candidates, claims),
    ),
    isDeclared: ({ cidr }) => !environment || declared.has(cidr),
  };
}

function undecidedAgainst(
  candidates: Claim[],
  claims: readonly Claim[],
): Undecided[] {
  const against = candidates.flatMap(candidate =>
    claims
      .filter(
        claim =>
          mustDiffer(candidate, claim) &&
          overlaps(candidate.range, claim.range),
      )
      .map((claim): [Claim, Claim] => [candidate, claim]),
  );
  return against.length > 0 ? [{ candidates, against }] : [];
}
