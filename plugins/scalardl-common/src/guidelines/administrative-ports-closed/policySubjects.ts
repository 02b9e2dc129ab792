import type { Fact } from '../../facts/fact';
import {
  type PolicyRule,
  includesPort,
  networkPoliciesOf,
  restricting,
  rulesOf,
} from '../../facts/kubernetes/networkPolicies';
import {
  addressSet,
  difference,
  formatAddresses,
} from '../../facts/ranges/addressSet';
import type { Workload } from '../../facts/release/workload';
import type { SourceDocument } from '../../facts/sourceDocument';
import type { Subject } from '../../report/report';

interface Context {
  manifests: readonly SourceDocument[];
  ports: readonly number[];
  own: Fact<string[]>;
}

/** One subject for each ingress rule that speaks of an administrative port of the workload. */
export function policySubjects(
  workload: Workload,
  { manifests, ports, own }: Context,
): Subject[] {
  const { sure, possible } = restricting(
    networkPoliciesOf(manifests),
    workload,
    'Ingress',
  );
  return rulesOf([...sure, ...possible], 'Ingress').flatMap(rule => {
    const open = ports.filter(port => includesPort(rule, port));
    return open.length === 0 ? [] : [judgeRule(rule, { workload, open, own })];
  });
}

function judgeRule(
  rule: PolicyRule,
  {
    workload,
    open,
    own,
  }: { workload: Workload; open: readonly number[]; own: Fact<string[]> },
): Subject {
  const id = `NetworkPolicy ${rule.policy.name} for ${workload.title}`;
  const { location } = rule;
  const which = `${rule.policy.name} opens ${open.join(', ')} of ${workload.title} pods`;
  if (rule.addresses.length === 0) {
    const detail = `${which} inside the cluster only`;
    return { id, verdict: 'pass', detail, location };
  }
  if (!own.ok && !rule.anybody)
    return { id, verdict: 'unknown', detail: own.reason, location };
  const beyond = difference(
    rule.addresses,
    addressSet(own.ok ? own.value : []),
  );
  const whom = rule.anybody ? 'everybody' : formatAddresses(beyond);
  return beyond.length === 0
    ? { id, verdict: 'pass', detail: `${which} to the own VPC`, location }
    : { id, verdict: 'fail', detail: `${which} to ${whom}`, location };
}
