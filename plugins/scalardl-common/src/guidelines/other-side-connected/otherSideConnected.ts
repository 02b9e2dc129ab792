import type { LiveRoute } from '../../facts/live';
import { OTHER_SIDE, agreedPeerings } from '../../facts/live/peering';
import { type Acceptance, crosses } from '../../facts/live/routing';
import { addressSet } from '../../facts/ranges/addressSet';
import { SIDES } from '../../report/report';
import { departureSubjects } from '../departureSubjects';
import { combine } from '../finding';
import type { Guideline } from '../guideline';
import { livePairCheck } from '../liveCheck';
import { skippedForIpv6 } from '../skippedForIpv6';
import { skippedForOneVpc } from '../skippedForOneVpc';
import { source } from '../sources';

/** https://docs.aws.amazon.com/vpc/latest/userguide/route-table-options.html */
export const otherSideConnected: Guideline = {
  id: 'other-side-connected',
  level: 'derived',
  title: 'Packets find a way to the other side and back',
  source: source('networkPeering', 'Network peering'),
  pass: 'Every subnet in use has a way to every range of the other VPC, by the peering or by a transit gateway.',
  fail: 'Packets of a subnet find no way to the other side, so that Ledger and Auditor cannot talk.',
  remedy:
    'Run create-peering, or mend the route that is named: in the route table of the subnet or in that of the transit gateway.',
  live: livePairCheck({
    needs: ['cluster', 'vpc', 'peerings', 'routeTables', 'subnets'],
    check: (pair, { given, settings }) => {
      const { ledger, auditor } = pair;
      const notJudged =
        skippedForIpv6(ledger.cluster, auditor.cluster) ??
        skippedForOneVpc(ledger.vpc, auditor.vpc);
      if (notJudged) return notJudged;
      const peerings = agreedPeerings(pair).map(({ id }) => id);
      const subjects = SIDES.flatMap(side => {
        const [from, to] = [side, OTHER_SIDE[side]].map(each => ({
          attachments: given[each].transitGatewayAttachments,
          gatewayTables: given[each].transitGatewayRouteTables,
          subnets: pair[each].subnets,
        }));
        return departureSubjects({
          from: { side, facts: given[side], settings },
          routeTables: pair[side].routeTables,
          journey: subnetId => ({
            destination: addressSet(pair[OTHER_SIDE[side]].vpc.cidrs),
            accepts: ({ target }, addresses): Acceptance => {
              if (peerings.includes(target.id)) return { answer: 'yes' };
              const gatewayId = target.id;
              return target.kind === 'transitGateway' && from && to
                ? crosses({ gatewayId, subnetId, addresses }, from, to)
                : beyond(target);
            },
          }),
        });
      });
      return combine(subjects, {
        none: 'no subnets are in use',
        expected: 'a way to every range of the other VPC',
      });
    },
  }),
};

/** Targets that surely lead away from another VPC; what lies behind the rest was not read. */
const ELSEWHERE: readonly LiveRoute['target']['kind'][] = [
  'local',
  'nat',
  'internet',
  'egressOnlyInternet',
  'peering',
];

function beyond({ kind, id }: LiveRoute['target']): Acceptance {
  return ELSEWHERE.includes(kind)
    ? { answer: 'no' }
    : { answer: 'unknown', why: `what lies behind ${id} was not read` };
}
