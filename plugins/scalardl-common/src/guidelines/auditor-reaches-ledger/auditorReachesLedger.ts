import { podRanges } from '../../facts/clusterConfig/podRanges';
import { reachProduct } from '../../facts/reachability/reachProduct';
import { combine, unknown } from '../finding';
import { type Guideline, pairCheck } from '../guideline';
import { hopSubjects } from '../hopSubjects';
import { liveReachCheck } from '../liveReachCheck';
import { source } from '../sources';

/** https://scalardl.scalar-labs.com/docs/latest/scalar-kubernetes/NetworkPeeringForScalarDLAuditor/ */
export const auditorReachesLedger: Guideline = {
  id: 'auditor-reaches-ledger',
  level: 'requirement',
  title: 'Auditor reaches Ledger',
  source: source('networkPeering', 'Connections'),
  pass: 'Every gate in front of Ledger admits all addresses from which Auditor calls.',
  fail: 'A gate in front of Ledger refuses addresses from which Auditor calls.',
  remedy:
    'Let load-balancer-source-ranges of the Ledger’s Envoy hold the Auditor’s network, and the NetworkPolicies admit the load balancer and Envoy.',
  plan: pairCheck({
    needs: ['clusterConfig', 'product', 'manifests'],
    needsShared: ['environment'],
    check: ({ ledger, auditor, environment }) => {
      const callers = podRanges({
        clusterConfig: auditor.clusterConfig,
        environment,
        side: 'auditor',
      });
      const expected = 'every address of the Auditor’s pods admitted';
      if (!callers.ok) return unknown(callers.reason, { expected });
      const hops = reachProduct(
        { side: 'ledger', environment, ...ledger },
        callers.value,
      );
      return combine(hopSubjects(hops), { none: 'no gates', expected });
    },
  }),
  live: liveReachCheck({ from: 'auditor', to: 'ledger' }),
};
