import type { LiveFacts, LivePeering } from '../../facts/live';
import { ofAuditor, ofLedger } from './liveCases';

/** Facts in which both accounts list no peering between the sides. */
export function withoutPeering(facts?: LiveFacts): LiveFacts {
  const none = (): LivePeering[] => [];
  return ofAuditor('peerings', none, ofLedger('peerings', none, facts));
}

/** Facts in which the Ledger's cluster gives its pods IPv6 addresses. */
export function ipv6Clusters(facts?: LiveFacts): LiveFacts {
  const ipv6 = { ipFamily: 'ipv6' as const };
  return ofLedger('cluster', cluster => ({ ...cluster, ...ipv6 }), facts);
}

/** Facts of two clusters in one VPC. */
export function oneVpc(): LiveFacts {
  return ofAuditor('vpc', vpc => ({ ...vpc, id: 'vpc-ledger' }));
}
