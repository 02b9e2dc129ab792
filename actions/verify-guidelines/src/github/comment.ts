import { COMMENT_MARK } from '@scalardl-on-eks/plugin-scalardl-common';
import type { GitHub } from './gitHub';

/**
 * Keeps one comment on the pull request: the first run writes it, every later one rewrites it where its text
 * changed. A comment of somebody else that quotes the mark is left alone.
 *
 * @returns what was done
 */
export async function keepComment(
  { rest, paginate, repository, pullRequest }: GitHub,
  body: string,
): Promise<string> {
  if (pullRequest === undefined) {
    return 'no comment, because no pull request started this run';
  }
  const target = { ...repository, issue_number: pullRequest };
  const comments = await paginate(rest.issues.listComments, {
    ...target,
    per_page: 100,
  });
  const own = comments.find(
    comment =>
      comment.body?.startsWith(COMMENT_MARK) && comment.user?.type === 'Bot',
  );
  if (!own) {
    await rest.issues.createComment({ ...target, body });
    return `wrote the comment on pull request ${pullRequest}`;
  }
  if (own.body === body) {
    return `left the comment on pull request ${pullRequest} as it is`;
  }
  await rest.issues.updateComment({
    ...repository,
    comment_id: own.id,
    body,
  });
  return `rewrote the comment on pull request ${pullRequest}`;
}
