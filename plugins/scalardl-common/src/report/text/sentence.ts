import type { Result } from '../report';
import { printable } from './printable';

/** One line on a result: `Reason. Expected …, observed …. Remedy.` */
export function sentence({
  verdict,
  reason,
  expected,
  observed,
  remedy,
}: Result): string {
  const difference = [
    expected && `expected ${expected}`,
    observed && `observed ${observed}`,
  ]
    .filter(Boolean)
    .join(', ');
  return [reason ?? `The verdict is ${verdict}`, difference, remedy]
    .map(part => printable(part ?? ''))
    .filter(Boolean)
    .map(ended)
    .join(' ');
}

function ended(part: string): string {
  const text = part.charAt(0).toUpperCase() + part.slice(1);
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
