import type { Location } from '../../report/report';
import {
  type AddressSet,
  EVERY_ADDRESS,
  addressSet,
  difference,
  union,
} from '../ranges/addressSet';
import { listOf, recordOf, textOf, textsOf } from '../plain/plain';
import type { SourceDocument } from '../sourceDocument';
import type { Workload } from '../release/workload';
import { type Certainty, every, some } from './certainty';
import { lookupIn, selects } from './labelSelector';
import { type KubernetesObject, maybeIn, objectsOf } from './objects';

export type Direction = 'Ingress' | 'Egress';

/** One rule of a NetworkPolicy: the peers and ports of one list entry. */
export interface PolicyRule {
  policy: KubernetesObject;
  /** Its place in the policy, such as `ingress[0]`. */
  entry: string;
  /** True where no peer is named, which means everybody. */
  anybody: boolean;
  /** Addresses of all `ipBlock` peers together without their exceptions; all there are where anybody is meant. */
  addresses: AddressSet;
  /** Peers that are chosen by label. */
  selectors: readonly Readonly<Record<string, unknown>>[];
  ports: readonly Readonly<Record<string, unknown>>[];
  location: Location;
}

export function networkPoliciesOf(
  manifests: readonly SourceDocument[],
): KubernetesObject[] {
  return objectsOf(manifests).filter(
    ({ kind, apiVersion }) =>
      kind === 'NetworkPolicy' && apiVersion === 'networking.k8s.io/v1',
  );
}

/** Whether the policy selects the workload's pods at all. */
export function selectsPods(
  policy: KubernetesObject,
  workload: Workload,
): Certainty {
  if (!maybeIn(policy, workload.namespace)) return 'no';
  // A policy without podSelector selects, as an empty one does, every pod of its namespace.
  const selector = policy.get('spec', 'podSelector') ?? {};
  return selects(selector, lookupIn(workload.labels));
}

/** The policies that restrict the workload's pods in one direction, by whether they surely select them. */
export function restricting(
  policies: readonly KubernetesObject[],
  workload: Workload,
  direction: Direction,
): { sure: KubernetesObject[]; possible: KubernetesObject[] } {
  const ofType = policies.filter(policy => typesOf(policy).includes(direction));
  const by = (answer: Certainty) =>
    ofType.filter(policy => selectsPods(policy, workload) === answer);
  return { sure: by('yes'), possible: by('unknown') };
}

/** Ingress is always meant where the types are left out, egress where there are egress rules. */
function typesOf(policy: KubernetesObject): string[] {
  const types = policy.get('spec', 'policyTypes');
  if (Array.isArray(types)) return textsOf(types);
  return policy.get('spec', 'egress') === undefined
    ? ['Ingress']
    : ['Ingress', 'Egress'];
}

/** The rules of the policies in one direction; a policy without rules admits nothing. */
export function rulesOf(
  policies: readonly KubernetesObject[],
  direction: Direction,
): PolicyRule[] {
  const [list, peers] =
    direction === 'Ingress' ? ['ingress', 'from'] : ['egress', 'to'];
  return policies.flatMap(policy =>
    listOf(policy.get('spec', list)).map((value, index) => {
      const rule = recordOf(value);
      const named = listOf(rule[peers]).map(recordOf);
      const blocks = named.map(peer => recordOf(peer.ipBlock));
      return {
        policy,
        entry: `${list}[${index}]`,
        anybody: named.length === 0,
        addresses:
          named.length === 0
            ? EVERY_ADDRESS
            : union(
                ...blocks.map(block =>
                  difference(
                    addressSet([textOf(block.cidr) ?? '']),
                    addressSet(textsOf(block.except)),
                  ),
                ),
              ),
        selectors: named.filter(peer => peer.ipBlock === undefined),
        ports: listOf(rule.ports).map(recordOf),
        location: policy.locate('spec', list, index),
      };
    }),
  );
}

/** Whether the rule speaks of the port; one without ports speaks of every port. */
export function includesPort(
  rule: PolicyRule,
  port: number,
  protocol = 'TCP',
): boolean {
  return (
    rule.ports.length === 0 ||
    rule.ports.some(entry => {
      if ((textOf(entry.protocol) ?? 'TCP') !== protocol) return false;
      if (entry.port === undefined) return true;
      // A name means the container port of that name, and the charts give none.
      if (typeof entry.port !== 'number') return false;
      const end =
        typeof entry.endPort === 'number' ? entry.endPort : entry.port;
      return entry.port <= port && port <= end;
    })
  );
}

/** Whether one of the rule's label peers is the workload. */
export function namesPods(
  rule: PolicyRule,
  peer: Workload,
  owner: Workload,
): Certainty {
  if (rule.anybody) return 'yes';
  return some(
    rule.selectors.map(({ podSelector, namespaceSelector }) =>
      every([
        podSelector === undefined
          ? 'yes'
          : selects(podSelector, lookupIn(peer.labels)),
        namespaceSelector === undefined
          ? sameNamespace(peer, owner)
          : selects(namespaceSelector, namespaceLabels(peer)),
      ]),
    ),
  );
}

function sameNamespace(one: Workload, other: Workload): Certainty {
  return one.namespace === other.namespace ? 'yes' : 'no';
}

/** Kubernetes puts the name of a namespace on it as a label; other labels stand elsewhere. */
function namespaceLabels(workload: Workload) {
  return (key: string) =>
    key === 'kubernetes.io/metadata.name' && workload.namespace !== undefined
      ? { value: workload.namespace }
      : ('unknown' as const);
}
