import type { Fact } from '../../facts/fact';
import { type KubernetesJson, liveObject } from '../../facts/live';
import type { LiveProbe, LiveProbes } from '../../facts/live/probe';
import { plainDocument } from '../../facts/plain/plainDocument';
import { podHop } from '../../facts/reachability/podHop';
import type { Workload } from '../../facts/release/workload';

/**
 * Why the probe may be kept from calling where the product is not. It does not have the product's labels, or Services
 * would send it calls; so policies for the whole namespace hold for it, and those that let the product out do not.
 */
export function reservationOf(
  { port }: LiveProbe,
  {
    probes: { pod, ranges },
    networkPolicies,
  }: { probes: LiveProbes; networkPolicies: Fact<KubernetesJson[]> },
): string | undefined {
  if (!pod) return undefined;
  if (!networkPolicies.ok) {
    return `whether a NetworkPolicy holds the probe back was not read: ${networkPolicies.reason}`;
  }
  const { answer, detail } = podHop(networkPolicies.value.map(liveObject), {
    workload: workloadOf(pod),
    direction: 'Egress',
    port,
    peer: ranges.length > 0 ? { ranges } : { somewhere: 'the other side' },
  });
  return answer === 'yes'
    ? undefined
    : `the pod of the probe may be held back: ${detail}`;
}

function workloadOf({ namespace, labels }: Required<LiveProbes>['pod']) {
  const workload: Workload = {
    ...plainDocument({}, 'the probe'),
    title: 'probe',
    component: 'ledger',
    deployment: undefined,
    namespace,
    labels,
  };
  return workload;
}
