import { findMade } from './absent/absentLink';
import { planAbsent } from './absent/planAbsent';
import { removeLink } from './absent/removeLink';
import { together } from './aws/answers';
import type { LinkResult } from './link/applyLink';
import type { Links } from './link/findLinks';
import type { Link } from './link/link';
import type { Outcome, RunWork } from './outcome';
import { readBack } from './readBack';

/** Removes what this action made for the connections, or says what it would remove. */
export async function makeAbsent(
  { links, gone }: Links,
  work: RunWork,
): Promise<Outcome> {
  const made = links.map(findMade);
  const changes = made.flatMap(planAbsent);
  const results = links.map((link): LinkResult => ({ link, status: 'absent' }));
  const warnings = gone.map(
    sentence => `${sentence} Nothing was removed there.`,
  );
  if (work.mode === 'plan' || changes.length === 0) {
    return { changes, warnings, results };
  }
  await together(made.map(one => removeLink(one, work)));
  work.did(changes);
  await readBack(links, planOf, work.deadline);
  return { changes, warnings, results };
}

function planOf(link: Link) {
  return planAbsent(findMade(link));
}
