import { normaliseCidr, toRange } from '../../network/cidr';
import type { Subject } from '../../report/report';
import { liveNodeAutoscaling } from '../../facts/live/nodes/nodeAutoscaling';
import { nodeSubnets } from '../../facts/live/subnets';
import { combine, skipped, unknown } from '../finding';
import { gapSubjects } from '../gapSubjects';
import { liveSideCheck } from '../liveCheck';
import { skippedForIpv6 } from '../skippedForIpv6';
import { LONGEST_PREFIX, judgePrefix } from './prefix';

/** Every subnet in which nodes or their pods stand or start, those of custom networking too. */
export const live = liveSideCheck({
  needs: ['cluster', 'subnets'],
  check: ({ cluster, subnets }, { given }) => {
    const ipv6 = skippedForIpv6(cluster);
    if (ipv6) return ipv6;
    const { answer, detail } = liveNodeAutoscaling(given);
    if (answer === 'no') return skipped(detail);
    if (answer === 'unknown')
      return unknown(`whether anything adds nodes is not known: ${detail}`);
    const used = nodeSubnets(given);
    const cidrs = new Map(subnets.map(({ id, cidr }) => [id, cidr]));
    return combine(
      [
        ...used.subnets.map(({ id, uses }): Subject => {
          const judged = judgePrefix(id, prefixOf(cidrs.get(id)));
          return {
            id,
            ...judged,
            detail: `${judged.detail} (${uses.join(', ')})`,
          };
        }),
        ...gapSubjects(used.gaps, 'subnets of the nodes'),
      ],
      {
        none: 'no nodes and no node groups',
        expected: `subnets of /${LONGEST_PREFIX} or larger`,
      },
    );
  },
});

function prefixOf(cidr: string | undefined): number | undefined {
  const range = cidr === undefined ? undefined : normaliseCidr(cidr);
  return range === undefined ? undefined : toRange(range).prefix;
}
