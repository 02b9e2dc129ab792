import { type Certainty, every, some } from '../kubernetes/certainty';
import { lookupIn, selects } from '../kubernetes/labelSelector';
import { isRecord, listOf, recordOf, textsOf } from '../plain/plain';
import type { Workload } from './workload';

/** Whether the workload's pods keep apart, by the key of a node label. */
export interface Spread {
  answer: Certainty;
  /** True where a pod rather stays pending than shares a node. */
  required: boolean;
  /** What was found, as a sentence without its subject. */
  detail: string;
}

const TERMS = ['affinity', 'podAntiAffinity'];
const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';
const PREFERRED = 'preferredDuringSchedulingIgnoredDuringExecution';

/**
 * Reads the workload's pod anti-affinity. A term counts only where its selector really selects the workload's
 * own pods and its topology key is the one asked for.
 */
export function spreadOver(workload: Workload, topologyKey: string): Spread {
  const required = listOf(workload.get(...TERMS, REQUIRED));
  const preferred = listOf(workload.get(...TERMS, PREFERRED)).map(
    entry => recordOf(entry).podAffinityTerm,
  );
  const here = (term: unknown) => recordOf(term).topologyKey === topologyKey;
  const answerOf = (terms: readonly unknown[]) =>
    some(terms.filter(here).map(term => selectsOwnPods(term, workload)));
  const answer = some([answerOf(required), answerOf(preferred)]);
  return {
    answer,
    required: answerOf(required) === 'yes',
    detail: explain(),
  };

  function explain(): string {
    if (answer === 'yes') {
      const force = answerOf(required) === 'yes' ? 'required' : 'preferred';
      return `podAntiAffinity with topologyKey ${topologyKey} is ${force}`;
    }
    const candidates = [...required, ...preferred].filter(here);
    if (candidates.length === 0) {
      return workload.get('topologySpreadConstraints') === undefined
        ? `no podAntiAffinity term with topologyKey ${topologyKey}`
        : `no podAntiAffinity term with topologyKey ${topologyKey}; the chart ignores topologySpreadConstraints`;
    }
    return answer === 'unknown'
      ? 'whether the labelSelector of podAntiAffinity selects these pods depends on the release name'
      : 'the labelSelector of podAntiAffinity does not select these pods';
  }
}

function selectsOwnPods(term: unknown, workload: Workload): Certainty {
  if (!isRecord(term)) return 'no';
  return every([
    selects(term.labelSelector, lookupIn(workload.labels)),
    reachesNamespace(term, workload.namespace),
  ]);
}

/** Without namespaces and namespaceSelector a term speaks of the pod's own namespace. */
function reachesNamespace(
  term: Readonly<Record<string, unknown>>,
  namespace: string | undefined,
): Certainty {
  const names = textsOf(term.namespaces);
  const selector = term.namespaceSelector;
  if (isRecord(selector)) {
    return Object.keys(selector).length === 0 ? 'yes' : 'unknown';
  }
  if (names.length === 0) return 'yes';
  if (namespace === undefined) return 'unknown';
  return names.includes(namespace) ? 'yes' : 'no';
}
