import type { LiveInstance, SideLiveFacts } from '../../facts/live';
import { nodeSubnets, standingInstances } from '../../facts/live/subnets';
import type { Subject } from '../../report/report';
import { verdictOf } from '../certainty';
import { combine } from '../finding';
import { gapSubjects } from '../gapSubjects';
import { liveSideCheck } from '../liveCheck';
import { skippedForIpv6 } from '../skippedForIpv6';
import { ecrWay } from './ecrWay';
import { internetWay } from './internetWay';

/** Each subnet of the nodes needs a way to the internet, or images in ECR and the endpoints to get them. */
export const live = liveSideCheck({
  needs: ['cluster', 'subnets', 'routeTables', 'instances'],
  check: (facts, { given }) => {
    const ipv6 = skippedForIpv6(facts.cluster);
    if (ipv6) return ipv6;
    const used = nodeSubnets(given);
    const machines = standingInstances(facts.instances);
    return combine(
      [
        ...used.subnets.map(({ id }) => subnetSubject(id, given, machines)),
        ...gapSubjects(used.gaps, 'subnets of the nodes'),
      ],
      {
        none: 'no nodes and no node groups',
        expected:
          'a way to the internet, or images in ECR of the same region and its endpoints',
      },
    );
  },
});

function subnetSubject(
  id: string,
  facts: SideLiveFacts,
  machines: readonly LiveInstance[],
): Subject {
  const here = machines.filter(({ subnetId }) => subnetId === id);
  const internet = internetWay(id, facts, here);
  if (internet.answer === 'yes')
    return { id, verdict: 'pass', detail: `${id}: ${internet.detail}` };
  const ecr = ecrWay(id, facts, here);
  if (ecr.answer === 'yes')
    return { id, verdict: 'pass', detail: `${id}: ${ecr.detail}` };
  const answer =
    internet.answer === 'unknown' || ecr.answer === 'unknown'
      ? 'unknown'
      : 'no';
  return {
    id,
    verdict: verdictOf(answer),
    detail: `${id}: ${internet.detail}, and ${ecr.detail}`,
  };
}
