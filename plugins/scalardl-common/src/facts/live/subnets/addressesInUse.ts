import { SIDES, type Side } from '../../../report/report';
import {
  type Claim,
  type Claims,
  claim,
  together,
} from '../../addresses/claim';
import { conflictsOf } from '../../addresses/conflicts';
import type { LiveCluster, LiveVpc } from '../aws';
import { SIDE_TITLES } from '../security/liveSide';
import type { LiveSettings } from '../settings';

/** What the ranges are read from. */
export interface AddressSources {
  sides: Readonly<Record<Side, { cluster: LiveCluster; vpc: LiveVpc }>>;
  settings: LiveSettings;
}

/** Every IPv4 range in use, and where two of them collide. */
export interface LiveAddresses extends Claims {
  /** The earlier claim first. */
  conflicts: [Claim, Claim][];
}

/** Nothing that is read of a running cluster stands in a file. */
const NOWHERE = { file: '', line: 1, column: 1 };

/**
 * The ranges of both VPCs, every associated one, so that those of custom networking are among them; of the
 * Services of each cluster; and of the networks around them, as the settings name them.
 */
export function liveAddresses({
  sides,
  settings,
}: AddressSources): LiveAddresses {
  const found = together(
    ...vpcClaims(sides),
    ...SIDES.map(side => serviceClaims(side, sides[side].cluster)),
    ...outsideClaims(settings),
  );
  const order = (each: Claim) => found.claims.indexOf(each);
  const conflicts = conflictsOf(found.claims).map(
    ([one, other]): [Claim, Claim] =>
      order(one) < order(other) ? [one, other] : [other, one],
  );
  return { ...found, conflicts };
}

function vpcClaims(sides: AddressSources['sides']): Claims[] {
  const { ledger, auditor } = sides;
  const shared = ledger.vpc.id === auditor.vpc.id;
  return SIDES.flatMap(side => {
    if (shared && side === 'auditor') return [];
    const owner = shared
      ? 'the VPC of both sides'
      : `the ${SIDE_TITLES[side]} VPC`;
    return sides[side].vpc.cidrs.map(cidr =>
      claim(cidr, { owner, purpose: 'vpc', location: NOWHERE }),
    );
  });
}

function serviceClaims(
  side: Side,
  { serviceCidr, ipFamily }: LiveCluster,
): Claims {
  const owner = `the Services of ${SIDE_TITLES[side]}`;
  if (serviceCidr)
    return claim(serviceCidr, {
      owner,
      purpose: 'services',
      location: NOWHERE,
    });
  // The Services of an IPv6 cluster have unique local IPv6 addresses of their own.
  if (ipFamily === 'ipv6') return { claims: [], gaps: [] };
  const reason = 'EKS does not tell the range of the Services';
  return { claims: [], gaps: [{ owner, reason, location: NOWHERE }] };
}

function outsideClaims({ applications, runnerCidrs }: LiveSettings): Claims[] {
  return [
    ...applications.flatMap(({ name, cidrs }) =>
      cidrs.map(cidr =>
        claim(cidr, {
          owner: `the application ${name}`,
          purpose: 'network',
          location: NOWHERE,
        }),
      ),
    ),
    ...runnerCidrs.map(cidr =>
      claim(cidr, {
        owner: 'the runners',
        purpose: 'network',
        location: NOWHERE,
      }),
    ),
  ];
}
