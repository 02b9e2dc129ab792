import { isRecord, listOf, recordOf } from '../plain/plain';
import { type Certainty, certain, every, not } from './certainty';

/**
 * What is known of an object's labels: a text, `absent` for a key that it surely does not carry, or
 * `unknown` for a key that may be there with any value.
 */
export type LabelLookup = (
  key: string,
) => { value: string } | 'absent' | 'unknown';

/** Labels that are known in full, except for those whose value is `undefined`. */
export function lookupIn(
  labels: Readonly<Record<string, string | undefined>>,
): LabelLookup {
  return key => {
    if (!Object.hasOwn(labels, key)) return 'absent';
    const value = labels[key];
    return value === undefined ? 'unknown' : { value };
  };
}

/**
 * Whether a label selector selects an object. An empty selector selects everything; a missing one nothing
 * (https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors).
 */
export function selects(selector: unknown, lookup: LabelLookup): Certainty {
  if (!isRecord(selector)) return 'no';
  return every([
    ...Object.entries(recordOf(selector.matchLabels)).map(([key, value]) =>
      meetsExpression({ key, operator: 'In', values: [value] }, lookup),
    ),
    ...listOf(selector.matchExpressions).map(expression =>
      meetsExpression(expression, lookup),
    ),
  ]);
}

/** One `matchExpressions` entry, of a label selector or of a node selector term. */
export function meetsExpression(
  expression: unknown,
  lookup: LabelLookup,
): Certainty {
  if (!isRecord(expression)) return 'unknown';
  const values = listOf(expression.values).map(String);
  const label = lookup(String(expression.key));
  if (label === 'unknown') return 'unknown';
  const value = label === 'absent' ? undefined : label.value;
  const among = certain(value !== undefined && values.includes(value));
  switch (expression.operator) {
    case 'In':
      return among;
    case 'NotIn':
      return not(among);
    case 'Exists':
      return certain(value !== undefined);
    case 'DoesNotExist':
      return certain(value === undefined);
    case 'Gt':
      return certain(Number(value) > Number(values[0]));
    case 'Lt':
      return certain(Number(value) < Number(values[0]));
    default:
      return 'unknown';
  }
}
