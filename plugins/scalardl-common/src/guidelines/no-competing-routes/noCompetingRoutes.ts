import type { LiveRouteTable } from '../../facts/live';
import { OTHER_SIDE, agreedPeerings } from '../../facts/live/peering';
import { SIDE_TITLES } from '../../facts/live/security/liveSide';
import { SIDES, type Subject } from '../../report/report';
import { combine, skipped } from '../finding';
import type { Guideline } from '../guideline';
import { livePairCheck } from '../liveCheck';
import { skippedForIpv6 } from '../skippedForIpv6';
import { skippedForOneVpc } from '../skippedForOneVpc';
import { source } from '../sources';
import { type Rivalry, rivalsIn } from './rivals';

/** https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-routing.html */
export const noCompetingRoutes: Guideline = {
  id: 'no-competing-routes',
  level: 'derived',
  title: 'No other route claims addresses of the other side',
  source: source('networkPeering', 'Network peering'),
  pass: 'No route table of the two VPCs leads addresses of the other side anywhere but to the peering.',
  fail: 'A route claims addresses of the other side for another target, so that it takes packets away or blocks the route to the peering.',
  remedy: 'Remove the route that is named, or give its network another range.',
  live: livePairCheck({
    needs: ['cluster', 'vpc', 'peerings', 'routeTables'],
    check: (pair, { given }) => {
      const { ledger, auditor } = pair;
      const notJudged =
        skippedForIpv6(ledger.cluster, auditor.cluster) ??
        skippedForOneVpc(ledger.vpc, auditor.vpc);
      if (notJudged) return notJudged;
      const peerings = agreedPeerings(pair).map(({ id }) => id);
      if (peerings.length === 0)
        return skipped('no active peering joins the two VPCs');
      const subjects = SIDES.flatMap(side =>
        pair[side].routeTables.map(table =>
          tableSubject(table, {
            side: SIDE_TITLES[side],
            peerings,
            ranges: pair[OTHER_SIDE[side]].vpc.cidrs,
            prefixLists: given[side].prefixLists,
          }),
        ),
      );
      return combine(subjects, {
        none: 'the VPCs have no route tables',
        expected: 'ranges of the other VPC lead to the peering only',
      });
    },
  }),
};

function tableSubject(
  table: LiveRouteTable,
  rivalry: Rivalry & { side: string },
): Subject {
  const { rivals, doubts } = rivalsIn(table, rivalry);
  const id = `${rivalry.side} ${table.id}`;
  if (rivals.length > 0)
    return { id, verdict: 'fail', detail: `${table.id} ${rivals.join(', ')}` };
  return doubts.length > 0
    ? {
        id,
        verdict: 'unknown',
        detail: `${table.id}: ${doubts.join(', ')} was not read`,
      }
    : { id, verdict: 'pass', detail: `${table.id} has no other route there` };
}
