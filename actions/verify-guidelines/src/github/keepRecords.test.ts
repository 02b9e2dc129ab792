import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type BuiltAction,
  type RepositoryCopy,
  buildAction,
  copyGolden,
} from '@scalardl-on-eks/action-toolkit/testing';
import { COMMENT_MARK } from '@scalardl-on-eks/plugin-scalardl-common';
import { type GitHubServer, startGitHub } from './gitHubServer.fixture';
import { startProxy } from './proxy.fixture';

const AUDITOR = 'clusters/auditor.yaml';
const MARK = '<!-- scalardl-on-eks drift: payments -->';
const SOMEBODY = { login: 'somebody', type: 'User' as const };

describe('comment and issue', () => {
  let action: BuiltAction;
  let repository: RepositoryCopy;
  let gitHub: GitHubServer;

  beforeAll(async () => {
    action = await buildAction('verify-guidelines');
  }, 60_000);

  afterAll(() => action.remove());

  beforeEach(async () => {
    repository = await copyGolden('payments');
    gitHub = await startGitHub();
  });

  afterEach(async () => {
    await gitHub.stop();
    await repository.remove();
  });

  interface Run {
    pullRequest?: number;
    env?: Record<string, string>;
  }

  async function run(
    inputs: Record<string, string>,
    { pullRequest, env }: Run = {},
  ) {
    const event = join(repository.directory, '..', `event-${process.pid}.json`);
    await writeFile(
      event,
      JSON.stringify(
        pullRequest ? { pull_request: { number: pullRequest } } : {},
      ),
    );
    return action.asStep({
      directory: repository.directory,
      inputs: {
        'fail-on': 'recommendation',
        'github-token': 'a-token',
        ...inputs,
      },
      env: {
        GITHUB_API_URL: gitHub.url,
        GITHUB_SERVER_URL: 'https://github.com',
        GITHUB_REPOSITORY: 'acme/payments',
        GITHUB_RUN_ID: '77',
        GITHUB_EVENT_PATH: event,
        ...env,
      },
    });
  }

  const breakIt = () => repository.edit(AUDITOR, 'minSize: 3', 'minSize: 2');
  const mendIt = () => repository.edit(AUDITOR, 'minSize: 2', 'minSize: 3');

  /** Issues enough that what is looked for stands on the second page. */
  function manyIssues(count: number): void {
    for (let number = gitHub.issues.length + 1; number <= count; number += 1) {
      gitHub.issues.push({
        number,
        title: 'Drift in payments',
        state: 'open',
        body: 'by hand',
        user: SOMEBODY,
        comments: [],
      });
    }
  }

  it('opens one issue, rewrites it, closes it when healed and opens it again', async () => {
    await breakIt();
    expect((await run({ issue: 'true' })).exitCode).toBe(1);
    expect(gitHub.issues).toHaveLength(1);
    expect(gitHub.issues[0]).toMatchObject({
      title: 'Drift in payments',
      state: 'open',
      body: expect.stringContaining('three-worker-nodes'),
    });
    expect(gitHub.issues[0]?.body).toContain(
      'https://github.com/acme/payments/actions/runs/77',
    );
    manyIssues(150);

    await run({ issue: 'true' });
    expect(gitHub.issues).toHaveLength(150);

    await mendIt();
    expect((await run({ issue: 'true' })).exitCode).toBe(0);
    expect(gitHub.issues[0]).toMatchObject({
      state: 'closed',
      comments: [{ body: expect.stringContaining('holds again') }],
    });
    gitHub.writes.length = 0;
    await run({ issue: 'true' });
    expect(gitHub.writes).toEqual([]);

    await breakIt();
    await run({ issue: 'true' });
    expect(gitHub.issues).toHaveLength(150);
    expect(gitHub.issues[0]?.state).toBe('open');
  });

  it('takes no issue of a person for its own', async () => {
    manyIssues(1);
    Object.assign(gitHub.issues[0] ?? {}, { body: `${MARK}\nquoted` });
    await breakIt();
    await run({ issue: 'true' });
    expect(gitHub.issues.map(({ body }) => body)).toEqual([
      `${MARK}\nquoted`,
      expect.stringContaining('three-worker-nodes'),
    ]);
  });

  it('keeps one comment on the pull request, and writes nothing where nothing changed', async () => {
    manyIssues(5);
    const comments = gitHub.issues[4]?.comments ?? [];
    for (let id = 1; id <= 120; id += 1) {
      comments.push({ id, body: `${COMMENT_MARK} quoted`, user: SOMEBODY });
    }
    await run({ comment: 'true' }, { pullRequest: 5 });
    expect(comments).toHaveLength(121);
    expect(comments[120]?.body).toContain('ScalarDL guidelines: pass');

    gitHub.writes.length = 0;
    await run({ comment: 'true' }, { pullRequest: 5 });
    expect(gitHub.writes).toEqual([]);

    await breakIt();
    await run({ comment: 'true' }, { pullRequest: 5 });
    expect(comments).toHaveLength(121);
    expect(comments[120]?.body).toContain('three-worker-nodes');
  });

  it('writes no comment where no pull request started the run', async () => {
    const { exitCode, stdout } = await run({ comment: 'true' });
    expect(exitCode).toBe(0);
    expect(stdout).toContain('no pull request started this run');
    expect(gitHub.writes).toEqual([]);
  });

  it('still shows the report where GitHub refuses, and names the permission', async () => {
    gitHub.refuse = 403;
    await breakIt();
    const step = await run({ issue: 'true', 'fail-on': 'recommendation' });
    expect(step.exitCode).toBe(1);
    expect(step.outputs.verdict).toBe('fail');
    expect(step.summary).toContain('three-worker-nodes');
    expect(step.commands.at(-1)?.message).toContain(
      'issue: expected GitHub to take it, received: Resource not accessible by integration',
    );
    expect(step.commands.at(-1)?.message).toContain('issues: write');
  });

  it('shows the token nowhere', async () => {
    await breakIt();
    const { stdout, stderr, summary } = await run({ issue: 'true' });
    expect(`${stdout}${stderr}${summary}`).not.toContain('a-token');
  });

  it('keeps its records through a proxy', async () => {
    const proxy = await startProxy(gitHub.url);
    await breakIt();
    // No such host exists: who reaches it came through the proxy. Requests to this machine itself never do.
    const env = {
      GITHUB_API_URL: 'http://api.github.test',
      http_proxy: proxy.url,
    };
    await run({ issue: 'true' }, { env });
    await proxy.stop();
    expect(gitHub.issues).toHaveLength(1);
    expect(new Set(proxy.asked)).toEqual(new Set(['api.github.test:80']));
  });

  it('asks for a token before it judges anything', async () => {
    const step = await run({ issue: 'true', 'github-token': '' });
    expect(step.exitCode).toBe(1);
    expect(step.commands[0]?.message).toMatch(
      /^github-token: expected a token/,
    );
  });
});
