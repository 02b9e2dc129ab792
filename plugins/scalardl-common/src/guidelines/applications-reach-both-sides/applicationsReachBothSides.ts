import { reachProduct } from '../../facts/reachability/reachProduct';
import { SIDES } from '../../report/report';
import { combine, skipped } from '../finding';
import { type Guideline, pairCheck } from '../guideline';
import { hopSubjects } from '../hopSubjects';
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
};
