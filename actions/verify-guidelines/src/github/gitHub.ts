import { context, getOctokit } from '@actions/github';

/** The repository of the workflow, by the token's eyes and hands. */
export interface GitHub {
  rest: ReturnType<typeof getOctokit>['rest'];
  paginate: ReturnType<typeof getOctokit>['paginate'];
  repository: { owner: string; repo: string };
  /** Number of the pull request that started the workflow. */
  pullRequest?: number;
  /** Address of this run, for whoever reads the comment or issue. */
  runUrl: string;
}

/**
 * Reads what GitHub tells a workflow (`GITHUB_REPOSITORY`, `GITHUB_EVENT_PATH`, `GITHUB_API_URL`).
 *
 * @throws Error where this is no workflow
 */
export function gitHubOf(token: string): GitHub {
  const { rest, paginate } = getOctokit(token);
  const { owner, repo } = context.repo;
  return {
    rest,
    paginate,
    repository: { owner, repo },
    pullRequest: context.payload.pull_request?.number,
    runUrl: `${context.serverUrl}/${owner}/${repo}/actions/runs/${context.runId}`,
  };
}
