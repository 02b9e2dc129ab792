import { podRanges } from '../../facts/clusterConfig/podRanges';
import { reachProduct } from '../../facts/reachability/reachProduct';
import { combine, unknown } from '../finding';
import { type Guideline, pairCheck } from '../guideline';
import { hopSubjects } from '../hopSubjects';
import { liveReachCheck } from '../liveReachCheck';
import { source } from '../sources';

/** https://scalardl.scalar-labs.com/docs/latest/scalar-kubernetes/NetworkPeeringForScalarDLAuditor/ */
export const ledgerReachesAuditor: Guideline = {
  id: 'ledger-reaches-auditor',
  level: 'requirement',
  title: 'Ledger reaches Auditor',
  source: source('networkPeering', 'Connections'),
  pass: 'Every gate in front of Auditor admits all addresses from which Ledger calls.',
  fail: 'A gate in front of Auditor refuses addresses from which Ledger calls.',
  remedy:
    'Let load-balancer-source-ranges of the Auditor’s Envoy hold the Ledger’s network, and the NetworkPolicies admit the load balancer and Envoy.',
  plan: pairCheck({
    needs: ['clusterConfig', 'product', 'manifests'],
    needsShared: ['environment'],
    check: ({ ledger, auditor, environment }) => {
      const callers = podRanges({
        clusterConfig: ledger.clusterConfig,
        environment,
        side: 'ledger',
      });
      const expected = 'every address of the Ledger’s pods admitted';
      if (!callers.ok) return unknown(callers.reason, { expected });
      const hops = reachProduct(
        { side: 'auditor', environment, ...auditor },
        callers.value,
      );
      return combine(hopSubjects(hops), { none: 'no gates', expected });
    },
  }),
  live: liveReachCheck({ from: 'ledger', to: 'auditor' }),
};
