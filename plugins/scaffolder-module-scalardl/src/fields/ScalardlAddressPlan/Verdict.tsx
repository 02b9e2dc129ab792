import { Alert } from '@backstage/ui';
import {
  SIDES,
  type TakenRange,
} from '@scalardl-on-eks/plugin-scalardl-common';
import styles from './ScalardlAddressPlan.module.css';
import { isCapacityJudged } from './capacity';
import type { PlanContext } from './formData';
import { INPUT_LABELS, type PlanProblem } from './judgement';
import type { AddressPlanValue } from './schema';
import { sharedUse } from './takenRanges';

interface VerdictProps {
  value: AddressPlanValue;
  problems: PlanProblem[];
  context: PlanContext;
  taken: TakenRange[];
  /** Whether nothing has been typed, so that nothing is wrong yet. */
  isUntouched: boolean;
}

/** One sentence on the whole plan, read out when it changes, and what no single input can show. */
export function Verdict(props: VerdictProps) {
  const { value, problems, context, taken, isUntouched } = props;
  const elsewhere = problems.filter(({ input }) => input === 'elsewhere');
  const shared = sharedUse(value, taken);
  return (
    <div className={styles.verdict}>
      <p role="status" aria-live="polite" className={styles.sentence}>
        {isUntouched
          ? 'Type a range for each side, or propose free ones.'
          : sentence(problems, context)}
      </p>
      {elsewhere.length > 0 && (
        <Alert
          status="danger"
          icon
          title="A range on another page does not fit this plan"
          description={elsewhere.map(({ message }) => message).join(' ')}
        />
      )}
      {shared.length > 0 && (
        <Alert
          status="warning"
          icon
          title="In use elsewhere: such networks can never be connected"
          description={shared.join(' ')}
        />
      )}
    </div>
  );
}

function sentence(problems: PlanProblem[], context: PlanContext): string {
  if (problems.length > 0) {
    const inputs = [
      ...new Set(problems.map(({ input }) => INPUT_LABELS[input])),
    ];
    const count =
      problems.length === 1 ? '1 problem' : `${problems.length} problems`;
    return `✗ ${count}: ${inputs.join(', ')}.`;
  }
  return SIDES.every(side => isCapacityJudged(context.sides[side]))
    ? '✓ The ranges do not overlap and hold the nodes.'
    : '✓ The ranges do not overlap. Whether they hold the nodes is judged once their number and type are known.';
}
