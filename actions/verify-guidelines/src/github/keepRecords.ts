import { COMMENT_SHARE, type Progress } from '@scalardl-on-eks/action-toolkit';
import {
  type Report,
  printable,
  toComment,
} from '@scalardl-on-eks/plugin-scalardl-common';
import type { GitHubOptions } from '../inputs';
import { keepComment } from './comment';
import { keepIssue } from './driftIssue';
import { gitHubOf } from './gitHub';

/** What the records are made of and who is told. */
export interface Keeping {
  options: GitHubOptions;
  /** Why the run fails; `undefined` where it does not. */
  failure: string | undefined;
  progress: Progress;
}

/**
 * Keeps the comment and the issue, as far as they were asked for.
 *
 * @returns a sentence for each one that GitHub refused, with the permission that is needed
 */
export async function keepRecords(
  report: Report,
  { options, failure, progress }: Keeping,
): Promise<string[]> {
  const gitHub = gitHubOf(options.token);
  const body = toComment(report, { maximumCharacters: COMMENT_SHARE });
  const records = [
    ...(options.comment
      ? [
          {
            input: 'comment',
            permission: 'pull-requests: write',
            keep: () => keepComment(gitHub, body),
          },
        ]
      : []),
    ...(options.issue
      ? [
          {
            input: 'issue',
            permission: 'issues: write',
            keep: () =>
              keepIssue(gitHub, {
                name: report.environment ?? 'ScalarDL',
                body,
                failure,
              }),
          },
        ]
      : []),
  ];
  const problems: string[] = [];
  for (const { input, permission, keep } of records) {
    try {
      progress.line(`GitHub: ${printable(await keep())}.`);
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      problems.push(
        `${input}: expected GitHub to take it, received: ${printable(reason)}. The job needs permissions: ${permission}.`,
      );
    }
  }
  return problems;
}
