import type { Certainty } from '../kubernetes/certainty';
import {
  includesPort,
  networkPoliciesOf,
  restricting,
  rulesOf,
} from '../kubernetes/networkPolicies';
import type { KubernetesObject } from '../kubernetes/objects';
import {
  type PodConnection,
  type PolicyAdmission,
  admission,
} from '../kubernetes/policyAdmission';
import {
  peerTitle,
  sayAdmitted,
  sayRefused,
  sayUnclear,
  sayUnclearSelection,
} from '../kubernetes/policyWords';
import type { SourceDocument } from '../sourceDocument';
import type { Hop } from './hop';

/** What policies that surely select the pods, and those that may, say of a connection. */
interface Judged {
  answer: Certainty;
  detail: string;
}

/**
 * Whether the NetworkPolicies let a connection of the workload's pods through. Without a policy for them
 * everything passes; several policies add up (https://kubernetes.io/docs/concepts/services-networking/network-policies/).
 */
export function podHop(
  manifests: readonly SourceDocument[],
  connection: PodConnection,
): Hop {
  const { workload, direction, port, protocol } = connection;
  const { sure, possible } = restricting(
    networkPoliciesOf(manifests),
    workload,
    direction,
  );
  const policies = [...sure, ...possible];
  const toward = direction === 'Ingress' ? 'from' : 'to';
  const id = `${workload.title} pods ${toward} ${peerTitle(connection.peer)} :${port}`;
  const [first] = policies;
  if (!first) {
    const detail = `no NetworkPolicy restricts the ${direction.toLowerCase()} of ${workload.title} pods`;
    return { id, answer: 'yes', detail, location: workload.locate() };
  }
  const surely = admission(rulesOf(sure, direction), connection);
  const judged =
    surely.answer === 'yes' || possible.length === 0
      ? bySure(surely, sure, connection)
      : byPossible({ sure, possible }, connection);
  const speaking = rulesOf(policies, direction).find(rule =>
    includesPort(rule, port, protocol),
  );
  const [deciding] = surely.by;
  return {
    id,
    ...judged,
    location:
      (judged.answer === 'yes' ? deciding : speaking)?.location ??
      first.locate('spec', 'podSelector'),
  };
}

function bySure(
  admitted: PolicyAdmission,
  policies: readonly KubernetesObject[],
  connection: PodConnection,
): Judged {
  const { answer } = admitted;
  const detail = {
    yes: () => sayAdmitted(admitted, connection),
    no: () => sayRefused(admitted, policies, connection),
    unknown: () => sayUnclear(admitted, connection),
  }[answer]();
  return { answer, detail };
}

/** Some policies may or may not select the pods: only what all of them together refuse is surely refused. */
function byPossible(
  { sure, possible }: Record<'sure' | 'possible', readonly KubernetesObject[]>,
  connection: PodConnection,
): Judged {
  const all = [...sure, ...possible];
  const together = admission(rulesOf(all, connection.direction), connection);
  return together.answer === 'no' && sure.length > 0
    ? bySure(together, sure, connection)
    : {
        answer: 'unknown',
        detail: sayUnclearSelection(possible, connection),
      };
}
