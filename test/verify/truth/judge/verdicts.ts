import type {
  Result,
  Side,
  Verdict,
} from '@scalardl-on-eks/plugin-scalardl-common';

/** What a live run found out about the world. */
export interface Judged {
  readonly results: readonly Result[];
  /** Names of the facts that could not be read, with the reason. */
  readonly unread: Readonly<Record<Side, Readonly<Record<string, string>>>>;
}

/** A guideline and what it judges, such as `three-worker-nodes/ledger`. */
export type ResultKey = `${string}/${string}`;

export type Verdicts = Readonly<Record<ResultKey, Verdict>>;

export function keyOf({ guideline, scope }: Result): ResultKey {
  return `${guideline}/${scope}`;
}

export function verdictsOf({ results }: Pick<Judged, 'results'>): Verdicts {
  return Object.fromEntries(
    results.map(result => [keyOf(result), result.verdict]),
  );
}

/** The verdicts that are not as before; a result that is gone counts as skipped. */
export function differences(before: Verdicts, after: Verdicts): Verdicts {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  const changed = ([...keys] as ResultKey[])
    .map((key): [ResultKey, Verdict] => [key, after[key] ?? 'skipped'])
    .filter(([key, verdict]) => verdict !== before[key]);
  return Object.fromEntries(changed);
}
