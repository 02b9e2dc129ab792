import type { Presentation } from '@scalardl-on-eks/action-toolkit';
import type { PeeringInputs } from '../inputs';
import type { LinkResult } from '../link/applyLink';
import type { Outcome } from '../outcome';
import { outputsOf, waitsFor } from './outputs';
import { summaryOf } from './summary';
import { textOf } from './text';

/** What a run shows and hands on. */
export function presentOutcome(
  outcome: Outcome,
  inputs: PeeringInputs,
): Presentation {
  const pending = outcome.results.filter(({ status }) => status === 'pending');
  const warnings = [
    ...outcome.warnings,
    ...(inputs.mode === 'plan' ? [] : pending.map(describePending)),
  ];
  return {
    text: textOf(outcome, { ...inputs, warnings }),
    summary: summaryOf(outcome, { ...inputs, warnings }),
    annotations: warnings.map(message => ({
      severity: 'warning',
      title: 'Peering',
      message,
    })),
    outputs: outputsOf(outcome),
    failure: failureOf(outcome),
  };
}

function describePending(result: LinkResult): string {
  const { link, peering } = result;
  const what = peering ? `accept ${peering.id}` : 'request the peering';
  return `${link.connection.name}: the owner of ${waitsFor(result)} still has to ${what}; run this again afterwards.`;
}

/** The other half of the pair did not come in time. */
function failureOf({ results }: Outcome): string | undefined {
  const late = results.flatMap(({ status, reason }) =>
    status === 'late' && reason ? [reason] : [],
  );
  return late.length > 0 ? late.join('\n') : undefined;
}
