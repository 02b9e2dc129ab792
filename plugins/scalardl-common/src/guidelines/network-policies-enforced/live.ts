import { liveObject } from '../../facts/live';
import { allDeploymentsOf } from '../../facts/live/product';
import { combine, skipped } from '../finding';
import { liveSideCheck } from '../liveCheck';
import { enforcementSubject, fargateSubject } from './enforcement';
import { policySubject } from './policySubject';

/** Judges what enforces policies on the nodes, and whether the product has any. */
export const live = liveSideCheck({
  needs: ['cluster', 'addons', 'networkPolicies', 'productDeployments'],
  check: (facts, { side, settings, given }) => {
    const query = { side, settings };
    const policies = facts.networkPolicies.map(liveObject);
    const workloads = allDeploymentsOf(facts.productDeployments, query);
    const enforcement =
      fargateSubject(given) ?? enforcementSubject(facts, given.daemonSets);
    if (policies.length === 0 && enforcement.verdict === 'fail')
      return skipped('there are no NetworkPolicies, and nothing enforces any');
    return combine(
      [
        enforcement,
        ...workloads.map(workload => policySubject(workload, policies)),
      ],
      {
        none: 'no pods',
        expected: 'policies, and something that enforces them',
      },
    );
  },
});
