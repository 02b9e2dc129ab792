import type { Level, Side } from '../../report/report';
import { SIDES } from '../../report/report';
import type { Problem } from '../problem';
import type { KeyPath } from '../source/keyPath';
import type { ValidParts } from '../validParts';

/** A rule over several keys that an environment breaks; `guideline` where the rule stands for one. */
export interface Breach extends Pick<
  Problem,
  'expected' | 'received' | 'remedy' | 'guideline'
> {
  path: KeyPath;
}

/** What a rule may know besides the file. */
export interface RuleContext {
  /** ISO date of the judgement; without it nothing is refused by a dated table. */
  today?: string;
  /** The guidelines that a waiver may name. */
  guidelines?: readonly { id: string; level: Level }[];
}

/**
 * One rule over several keys. It judges the parts of the file that are sound and says nothing about keys
 * that are missing or broken: those have their own problems.
 */
export type Rule = (environment: ValidParts, context: RuleContext) => Breach[];

export type SideParts = NonNullable<NonNullable<ValidParts['spec']>['auditor']>;

/** One side as far as it is sound. */
export interface SideEntry {
  side: Side;
  /** The side's name as the product writes it. */
  name: 'Ledger' | 'Auditor';
  path: KeyPath;
  parts: SideParts;
  /** The side's own region, else the environment's. */
  region: string | undefined;
}

const NAMES = { ledger: 'Ledger', auditor: 'Auditor' } as const;

/** Both sides as far as they are sound. */
export function sidesOf(environment: ValidParts): SideEntry[] {
  const { spec } = environment;
  return SIDES.flatMap(side => {
    const parts: SideParts | undefined = spec?.[side];
    if (!parts) return [];
    const region = parts.region ?? spec?.region;
    return [{ side, name: NAMES[side], path: ['spec', side], parts, region }];
  });
}
