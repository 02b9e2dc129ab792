import type { ValidParts } from '../validParts';
import type { Breach, RuleContext } from './rule';

/**
 * Whether the file sets aside the guideline that a breach stands for. Such a breach is no problem of the
 * file: the plan stage judges it, and knows the day on which the waiver expires. A requirement is never
 * set aside.
 */
export function isWaived(
  { guideline: id, path }: Breach,
  file: { parts: ValidParts; context: RuleContext },
): boolean {
  const known = file.context.guidelines?.find(other => other.id === id);
  if (!known || known.level === 'requirement') return false;
  return (file.parts.spec?.waivers ?? []).some(
    waiver =>
      waiver?.guideline === id &&
      (waiver?.side === path[1] || (waiver && !('side' in waiver))),
  );
}
