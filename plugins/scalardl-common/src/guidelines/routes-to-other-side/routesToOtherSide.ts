import { OTHER_SIDE, agreedPeerings } from '../../facts/live/peering';
import { certain } from '../../facts/kubernetes/certainty';
import { addressSet } from '../../facts/ranges/addressSet';
import { SIDES } from '../../report/report';
import { departureSubjects } from '../departureSubjects';
import { combine, fail } from '../finding';
import type { Guideline } from '../guideline';
import { livePairCheck } from '../liveCheck';
import { skippedForIpv6 } from '../skippedForIpv6';
import { skippedForOneVpc } from '../skippedForOneVpc';
import { source } from '../sources';

/** https://scalardl.scalar-labs.com/docs/latest/scalar-kubernetes/NetworkPeeringForScalarDLAuditor/ */
export const routesToOtherSide: Guideline = {
  id: 'routes-to-other-side',
  level: 'requirement',
  title:
    'Every subnet in use routes every range of the other side to the peering',
  source: source('networkPeering', 'Network peering'),
  pass: 'Every subnet of nodes, pods and load balancers routes every range of the other VPC to the peering.',
  fail: 'Packets of a subnet do not all go to the other side through the peering, so that calls or their answers are lost.',
  remedy:
    'Run create-peering again, or add an active route to the peering in the route table that is named, for every range of the other VPC.',
  live: livePairCheck({
    needs: ['cluster', 'vpc', 'peerings', 'routeTables'],
    check: (pair, { given, settings }) => {
      const { ledger, auditor } = pair;
      const skipped =
        skippedForIpv6(ledger.cluster, auditor.cluster) ??
        skippedForOneVpc(ledger.vpc, auditor.vpc);
      if (skipped) return skipped;
      const expected = 'every range of the other VPC by the active peering';
      const peerings = agreedPeerings(pair).map(({ id }) => id);
      if (peerings.length === 0) {
        const observed = `no active peering joins ${ledger.vpc.id} and ${auditor.vpc.id}`;
        return fail({ expected, observed });
      }
      const subjects = SIDES.flatMap(side =>
        departureSubjects({
          from: { side, facts: given[side], settings },
          routeTables: pair[side].routeTables,
          journey: () => ({
            destination: addressSet(pair[OTHER_SIDE[side]].vpc.cidrs),
            accepts: ({ target }) => ({
              answer: certain(peerings.includes(target.id)),
            }),
          }),
        }),
      );
      return combine(subjects, { none: 'no subnets are in use', expected });
    },
  }),
};
