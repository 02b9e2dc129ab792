import {
  networkPoliciesOf,
  restricting,
} from '../../facts/kubernetes/networkPolicies';
import type { Workload } from '../../facts/release/workload';
import type { SourceDocument } from '../../facts/sourceDocument';
import type { Subject } from '../../report/report';

/** Whether a policy restricts who calls the workload's pods. */
export function policySubject(
  workload: Workload,
  manifests: readonly SourceDocument[],
): Subject {
  const id = `policies of ${workload.title}`;
  const policies = networkPoliciesOf(manifests);
  const { sure, possible } = restricting(policies, workload, 'Ingress');
  const [first] = sure;
  if (first) {
    const detail = `${sure.length} policies for ${workload.title} pods`;
    return { id, verdict: 'pass', detail, location: first.locate('metadata') };
  }
  const location = (possible[0] ?? policies[0])?.locate('spec', 'podSelector');
  return possible.length > 0
    ? {
        id,
        verdict: 'unknown',
        detail: `whether a policy selects ${workload.title} pods depends on the release name`,
        location,
      }
    : {
        id,
        verdict: 'fail',
        detail: `no NetworkPolicy restricts who calls ${workload.title} pods`,
        location,
      };
}
