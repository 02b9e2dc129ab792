import { findAddon } from '../../facts/clusterConfig/addons';
import { networkPoliciesOf } from '../../facts/kubernetes/networkPolicies';
import { releaseOf } from '../../facts/release/release';
import { envoyWorkload, productWorkload } from '../../facts/release/workload';
import type { SourceDocument } from '../../facts/sourceDocument';
import type { Subject } from '../../report/report';
import { combine, skipped } from '../finding';
import { type Guideline, sideCheck } from '../guideline';
import { source } from '../sources';
import { live } from './live';
import { policySubject } from './policySubject';
import { settingOf } from './settingOf';

/** https://docs.aws.amazon.com/eks/latest/userguide/cni-network-policy.html */
export const networkPoliciesEnforced: Guideline = {
  id: 'network-policies-enforced',
  level: 'derived',
  title: 'NetworkPolicies exist and something enforces them',
  source: source('eksUserGuide', 'Limit pod traffic with network policies'),
  pass: 'Policies restrict the product and Envoy, and the vpc-cni add-on enforces them.',
  fail: 'Policies are written that nothing enforces, or enforcement is on and pods have no policy.',
  remedy:
    'Keep the NetworkPolicies of manifests/<side>, and enableNetworkPolicy: "true" in configurationValues of the vpc-cni add-on.',
  plan: sideCheck({
    needs: ['clusterConfig', 'product', 'manifests'],
    needsShared: ['environment'],
    check: ({ clusterConfig, product, manifests, environment }, { side }) => {
      const release = releaseOf(environment, side);
      const workloads = [
        productWorkload(product, { side, release }),
        envoyWorkload(product, { side, release }),
      ].filter(workload => workload !== undefined);
      const enforcement = enforcementSubject(clusterConfig);
      const written = networkPoliciesOf(manifests).length > 0;
      if (!written && enforcement.verdict === 'fail')
        return skipped(
          'there are no NetworkPolicies, and nothing enforces any',
        );
      return combine(
        [
          enforcement,
          ...workloads.map(workload => policySubject(workload, manifests)),
        ],
        {
          location: enforcement.location,
          none: 'no pods',
          expected: 'policies, and enableNetworkPolicy: "true"',
        },
      );
    },
  }),
  live,
};

function enforcementSubject(clusterConfig: SourceDocument): Subject {
  const id = 'vpc-cni';
  if (clusterConfig.get('autoModeConfig', 'enabled') === true) {
    return {
      id,
      verdict: 'unknown',
      detail: 'EKS Auto Mode keeps this setting in a ConfigMap of the cluster',
      location: clusterConfig.locate('autoModeConfig', 'enabled'),
    };
  }
  const addon = findAddon(clusterConfig, id);
  if (!addon) {
    const detail = 'the vpc-cni add-on is not configured';
    const location = clusterConfig.locate('addons');
    return { id, verdict: 'fail', detail, location };
  }
  const { configuration, location } = addon;
  if (!configuration.ok)
    return { id, verdict: 'unknown', detail: configuration.reason, location };
  return { id, location, ...settingOf(configuration.value) };
}
