import type { LivePrivateZone, LiveResolverRule } from '../aws';
import { isWithin } from './nameEnd';

/** The others are chosen by the answer of a name server, or are what happens anyway. */
const BY_DOMAIN = ['FORWARD', 'SYSTEM'];

/**
 * Why nobody can tell where a name leads because of the rules of Route 53 Resolver; `undefined` where they leave it to
 * the VPC's own resolution. Of the rules that hold the name the one with the longest domain counts, and a private zone
 * counts as a rule of its own name that an associated rule of the same name overrides. The domain `.` holds every name,
 * those of load balancers too: of the names of AWS only some of EC2 have rules of their own
 * (https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-overview-forward-vpc-to-network-autodefined-rules.html).
 */
export function decidingRule(
  name: string,
  zone: LivePrivateZone | undefined,
  rules: readonly LiveResolverRule[],
): string | undefined {
  const hidden = rules.find(({ domain }) => domain === undefined);
  if (hidden)
    return `rule ${hidden.id} of Route 53 Resolver may be about ${name}: ${hidden.unread}`;
  const [longest] = rules
    .filter(
      ({ domain = '', type }) =>
        BY_DOMAIN.includes(type ?? '') && isWithin(name, domain),
    )
    .sort((one, other) => lengthOf(other) - lengthOf(one));
  if (longest?.type !== 'FORWARD') return undefined;
  if (zone && zone.name.length > lengthOf(longest)) return undefined;
  const servers = (longest.targets ?? []).join(', ') || 'other name servers';
  return `${name} is forwarded to ${servers} by rule ${longest.id} of Route 53 Resolver (${longest.domain || '.'}); where it leads only they can tell`;
}

function lengthOf({ domain = '' }: LiveResolverRule): number {
  return domain.length;
}
