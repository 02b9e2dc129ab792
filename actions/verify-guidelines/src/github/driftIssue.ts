import type { GitHub } from './gitHub';

/** What the issue says. */
export interface Drift {
  /** Name of the environment, or what else tells one pair from another. */
  name: string;
  body: string;
  /** Why the run fails; `undefined` where everything holds. */
  failure: string | undefined;
}

/**
 * Keeps one issue: opened by the first run that fails, rewritten by every later one, closed by the first that does
 * not. A closed one is opened again rather than another one made, so that the story of an environment stays in one
 * place.
 *
 * @returns what was done
 */
export async function keepIssue(gitHub: GitHub, drift: Drift): Promise<string> {
  const { rest, repository, runUrl } = gitHub;
  const own = await findIssue(gitHub, drift);
  const body = `${markOf(drift)}\n${drift.body}\n[The run that found this](${runUrl})\n`;
  if (drift.failure === undefined) {
    if (own?.state !== 'open') return 'no issue is open';
    const target = { ...repository, issue_number: own.number };
    await rest.issues.createComment({
      ...target,
      body: `Every guideline holds again: ${runUrl}`,
    });
    await rest.issues.update({
      ...target,
      state: 'closed',
      state_reason: 'completed',
    });
    return `closed issue ${own.number}`;
  }
  if (!own) {
    const { data } = await rest.issues.create({
      ...repository,
      title: `Drift in ${drift.name}`,
      body,
    });
    return `opened issue ${data.number}`;
  }
  await rest.issues.update({
    ...repository,
    issue_number: own.number,
    state: 'open',
    body,
  });
  return `${own.state === 'open' ? 'rewrote' : 'opened again'} issue ${own.number}`;
}

interface Found {
  number: number;
  state: string;
}

/** By the mark in its text, because anybody may change a title; only issues of a bot, because anybody may quote. */
async function findIssue(
  { rest, paginate, repository }: GitHub,
  drift: Drift,
): Promise<Found | undefined> {
  const pages = paginate.iterator(rest.issues.listForRepo, {
    ...repository,
    state: 'all',
    sort: 'created',
    direction: 'desc',
    per_page: 100,
  });
  for await (const { data } of pages) {
    const own = data.find(
      issue =>
        issue.body?.startsWith(markOf(drift)) &&
        issue.user?.type === 'Bot' &&
        issue.pull_request === undefined,
    );
    if (own) return { number: own.number, state: own.state };
  }
  return undefined;
}

function markOf({ name }: Drift): string {
  return `<!-- scalardl-on-eks drift: ${name} -->`;
}
