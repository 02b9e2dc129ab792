import { isRecord, listOf, recordOf, textOf } from '../plain/plain';
import type { NodeGroup } from './nodeGroups';

/** A mark on nodes that keeps away pods without a matching toleration. */
export interface Taint {
  key: string;
  value: string;
  effect: string;
}

/** The taints of a group: a list, or in a self-managed group also a map of `key: value:Effect`. */
export function taintsOf(group: NodeGroup): Taint[] {
  const taints = group.get('taints');
  if (isRecord(taints)) {
    return Object.entries(taints).map(([key, text]) => {
      const parts = String(text).split(':');
      return { key, value: parts.at(-2) ?? '', effect: parts.at(-1) ?? '' };
    });
  }
  return listOf(taints)
    .map(recordOf)
    .map(taint => ({
      key: String(taint.key ?? ''),
      value: String(taint.value ?? ''),
      effect: String(taint.effect ?? ''),
    }));
}

/** The taints of a group that keep a pod off its nodes. */
export function blockingTaints(
  group: NodeGroup,
  tolerations: readonly unknown[],
): Taint[] {
  return untolerated(taintsOf(group), tolerations);
}

/** The taints that keep a pod off a node; `PreferNoSchedule` does not. */
export function untolerated(
  taints: readonly Taint[],
  tolerations: readonly unknown[],
): Taint[] {
  return taints.filter(
    taint =>
      ['NoSchedule', 'NoExecute'].includes(taint.effect) &&
      !tolerations.some(toleration => tolerates(recordOf(toleration), taint)),
  );
}

/** https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/ */
function tolerates(
  toleration: Readonly<Record<string, unknown>>,
  taint: Taint,
): boolean {
  const effect = textOf(toleration.effect);
  if (effect && effect !== taint.effect) return false;
  const key = textOf(toleration.key);
  if (toleration.operator === 'Exists') return !key || key === taint.key;
  return key === taint.key && String(toleration.value ?? '') === taint.value;
}
