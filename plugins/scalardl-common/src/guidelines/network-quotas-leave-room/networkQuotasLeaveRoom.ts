import type { Subject } from '../../report/report';
import { SIDE_TITLES } from '../../facts/live/security/liveSide';
import { combine, unknown } from '../finding';
import { gapSubjects } from '../gapSubjects';
import type { Guideline } from '../guideline';
import { liveSideCheck } from '../liveCheck';
import { source } from '../sources';
import { peeringUse, routeUses, ruleUses, type Use } from './uses';

/** https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html */
export const networkQuotasLeaveRoom: Guideline = {
  id: 'network-quotas-leave-room',
  level: 'derived',
  title: 'The quotas of the network leave room for one more of each',
  source: source('eksBestPractices', 'Known limits and service quotas'),
  pass: 'Peerings, routes and rules stay below their quotas.',
  fail: 'A quota of the network is used up, so that the next peering, route or rule is refused.',
  remedy:
    'Ask AWS for a higher quota in Service Quotas (Amazon VPC), or remove what is no longer used.',
  live: liveSideCheck({
    needs: ['cluster', 'vpc', 'quotas'],
    check: ({ cluster, vpc, quotas }, { side, given, settings }) => {
      if (vpc.ownerId !== cluster.accountId)
        return unknown(
          `${vpc.id} belongs to account ${vpc.ownerId}, whose quotas apply and were not read`,
        );
      const from = { side, facts: given, settings };
      const peerings = peeringUse(from.facts, vpc.id);
      const routes = routeUses(from);
      const rules = ruleUses(from.facts);
      return combine(
        [
          ...peerings.uses.map(use => useSubject(use, quotas.peeringsPerVpc)),
          ...routes.uses.map(use => useSubject(use, quotas.routesPerTable)),
          ...rules.uses.map(use =>
            useSubject(use, quotas.rulesPerSecurityGroup),
          ),
          ...gapSubjects(
            [...peerings.gaps, ...routes.gaps, ...rules.gaps],
            `network of ${SIDE_TITLES[side]}`,
          ),
        ],
        { none: 'nothing is counted', expected: 'fewer than the quota' },
      );
    },
  }),
};

function useSubject({ id, what, used, doubt }: Use, quota: number): Subject {
  const detail = `${id} has ${used} of ${quota} ${what}`;
  if (used >= quota) return { id, verdict: 'fail', detail };
  return doubt
    ? { id, verdict: 'unknown', detail: `${detail}, without ${doubt}` }
    : { id, verdict: 'pass', detail };
}
