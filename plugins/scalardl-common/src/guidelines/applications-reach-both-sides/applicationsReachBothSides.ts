import { read } from '../../facts/fact';
import { liveSides } from '../../facts/live/security/liveSide';
import type { Peer } from '../../facts/live/security/peer';
import { gatesInto } from '../../facts/live/security/reach';
import { reachProduct } from '../../facts/reachability/reachProduct';
import { SIDES } from '../../report/report';
import { combine, skipped } from '../finding';
import { type Guideline, pairCheck } from '../guideline';
import { gateSubjects } from '../gateSubjects';
import { hopSubjects } from '../hopSubjects';
import { liveApplicationCheck } from '../liveCheck';
import { skippedForIpv6 } from '../skippedForIpv6';
import { source } from '../sources';

const TITLES = { ledger: 'Ledger', auditor: 'Auditor' } as const;

/** https://scalardl.scalar-labs.com/docs/latest/scalar-kubernetes/NetworkPeeringForScalarDLAuditor/ */
export const applicationsReachBothSides: Guideline = {
  id: 'applications-reach-both-sides',
  level: 'requirement',
  title: 'Applications reach Ledger and Auditor',
  source: source('networkPeering', 'Connections'),
  pass: 'Every gate in front of both sides admits all ranges of every application.',
  fail: 'A gate refuses addresses of an application that has to call both sides.',
  remedy:
    'Let load-balancer-source-ranges of both Envoys hold every range of spec.applications.',
  plan: pairCheck({
    needs: ['clusterConfig', 'product', 'manifests'],
    needsShared: ['environment'],
    check: facts => {
      const { environment } = facts;
      const applications = environment?.spec.applications ?? [];
      if (applications.length === 0) {
        return skipped(
          environment
            ? 'no application is declared'
            : 'there is no scalardl.yaml that declares applications',
        );
      }
      const subjects = applications.flatMap(({ name, cidrs }) =>
        SIDES.flatMap(side =>
          hopSubjects(
            reachProduct({ side, environment, ...facts[side] }, cidrs),
            `${name} to ${TITLES[side]}`,
          ),
        ),
      );
      return combine(subjects, {
        none: 'no gates',
        expected: 'every range of every application admitted on both sides',
      });
    },
  }),
  live: liveApplicationCheck({
    needs: ['cluster'],
    check: ({ ledger, auditor }, { application, given, settings }) => {
      const ipv6 = skippedForIpv6(ledger.cluster, auditor.cluster);
      if (ipv6) return ipv6;
      const { name, cidrs } = application;
      // Its interfaces stand in a network that nothing here shows.
      const caller: Peer = { title: name, ranges: cidrs, groupIds: undefined };
      const sides = liveSides({ given, settings });
      const callers = read([caller], 'applications');
      const subjects = SIDES.flatMap(side => {
        const gates = gatesInto(sides[side], callers) ?? [];
        return gateSubjects(gates, `to ${TITLES[side]}`);
      });
      return combine(subjects, {
        none: 'neither Ledger nor Auditor is deployed',
        expected: `every range of ${name} admitted on both sides`,
      });
    },
  }),
};
