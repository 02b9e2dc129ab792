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
    expected && `Expected ${expected}`,
    observed && `${expected ? 'observed' : 'Observed'} ${observed}`,
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
  return /[.!?…]$/.test(part) ? part : `${part}.`;
}
