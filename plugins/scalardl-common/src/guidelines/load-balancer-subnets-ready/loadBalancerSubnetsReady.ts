import { productFront } from '../../facts/live/balancers/productFront';
import { SIDE_TITLES } from '../../facts/live/security/liveSide';
import { nodeSubnets } from '../../facts/live/subnets';
import type { Subject } from '../../report/report';
import { combine } from '../finding';
import { gapSubjects } from '../gapSubjects';
import type { Guideline } from '../guideline';
import { liveSideCheck } from '../liveCheck';
import { source } from '../sources';
import { type Candidate, candidatesOf } from './candidates';

/** https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/deploy/subnet_discovery/ */
export const loadBalancerSubnetsReady: Guideline = {
  id: 'load-balancer-subnets-ready',
  level: 'derived',
  title: 'Every zone with nodes has a subnet for the internal load balancer',
  source: source(
    'eksUserGuide',
    'Route TCP and UDP traffic with Network Load Balancers',
  ),
  pass: 'Every zone with nodes has a private subnet that the controller finds, with eight free addresses.',
  fail: 'In a zone with nodes the controller finds no private subnet for an internal load balancer.',
  remedy:
    'Tag a private subnet of the zone kubernetes.io/role/internal-elb=1, and keep eight of its addresses free.',
  live: liveSideCheck({
    needs: ['cluster', 'subnets', 'routeTables'],
    check: ({ cluster, subnets, routeTables }, { side, given, settings }) => {
      const used = nodeSubnets(given);
      const zones = new Set(
        used.subnets.flatMap(
          ({ id }) => subnets.find(subnet => subnet.id === id)?.zoneId ?? [],
        ),
      );
      const own = { side, facts: given, settings };
      const front = productFront(own);
      const candidates = candidatesOf(own, {
        cluster: cluster.name,
        subnets,
        routeTables,
      });
      return combine(
        [
          ...[...zones].map(zone => zoneSubject(zone, candidates)),
          ...gapSubjects(used.gaps, `nodes of ${SIDE_TITLES[side]}`),
          ...gapSubjects(front.ok ? [] : [front.reason], 'Service'),
        ],
        {
          none: 'no nodes and no node groups',
          expected: 'a subnet for the load balancer in every zone with nodes',
        },
      );
    },
  }),
};

/** One subnet that serves is enough for a zone. */
function zoneSubject(zone: string, candidates: readonly Candidate[]): Subject {
  const here = candidates.filter(({ subnet }) => subnet.zoneId === zone);
  const best = (['pass', 'unknown', 'fail'] as const)
    .map(verdict => here.filter(each => each.verdict === verdict))
    .find(found => found.length > 0);
  const verdict = best?.[0]?.verdict ?? 'fail';
  const detail = (best ?? []).map(each => each.detail).join('; ');
  return {
    id: zone,
    verdict,
    detail: `${zone}: ${detail || 'no private subnet'}`,
  };
}
