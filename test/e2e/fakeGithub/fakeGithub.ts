import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import {
  type IncomingMessage,
  type ServerResponse,
  createServer,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { answerGit } from './gitHttp';

const run = promisify(execFile);

/** A deployment environment, as it was asked for. */
export interface FakeEnvironment {
  settings: Record<string, unknown>;
  branches: unknown[];
}

/**
 * As much of GitHub as creating a repository takes: an organization with teams, repositories that can be
 * pushed to, branch protection, environments. Everything else is 404.
 */
export class FakeGithub {
  readonly host = 'github.test';
  readonly environments = new Map<string, FakeEnvironment>();
  readonly protectedBranches: string[] = [];
  readonly unknown: string[] = [];
  repository: Record<string, unknown> = {};
  readonly #root: string;
  readonly #server = createServer((request, response) => {
    this.#answer(request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });

  private constructor(root: string) {
    this.#root = root;
  }

  static async start(): Promise<FakeGithub> {
    const github = new FakeGithub(
      await mkdtemp(join(tmpdir(), 'scalardl-on-eks-github-')),
    );
    await new Promise<void>(resolve => {
      github.#server.listen(0, '127.0.0.1', resolve);
    });
    return github;
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  /** Folder of the bare repository that was pushed to. */
  get pushed(): string {
    return join(this.#root, 'repository.git');
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await rm(this.#root, { recursive: true, force: true });
  }

  async #answer(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', this.url);
    if (pathname.startsWith('/repository.git')) {
      answerGit(request, response, { root: this.#root, path: pathname });
      return;
    }
    const body =
      request.method === 'GET'
        ? {}
        : ((await json(request)) as Record<string, unknown>);
    const answer = await this.#api(`${request.method} ${pathname}`, body);
    if (answer === undefined)
      this.unknown.push(`${request.method} ${pathname}`);
    const isText = typeof answer === 'string';
    response
      .writeHead(answer === undefined ? 404 : 200, {
        'content-type': isText ? 'text/plain' : 'application/json',
      })
      .end(
        isText ? answer : JSON.stringify(answer ?? { message: 'Not Found' }),
      );
  }

  async #api(route: string, body: Record<string, unknown>): Promise<unknown> {
    const [, name] =
      /^(?:PUT|POST) \/repos\/acme\/payments\/environments\/([^/]+)/.exec(
        route,
      ) ?? [];
    if (name) return this.#environment(name, { route, body });
    switch (route) {
      case 'GET /users/acme':
        return { type: 'Organization' };
      case 'POST /orgs/acme/repos':
        return this.#create(body);
      case 'GET /repos/acme/payments':
        return { id: 1 };
      case 'PUT /repos/acme/payments/branches/main/protection':
        this.protectedBranches.push('main');
        return {};
      case 'GET /orgs/acme/teams/payments':
        return { id: 7 };
      case 'GET /repos/acme/payments/contents/catalog-info.yaml':
        return this.#show('catalog-info.yaml');
      default:
        return undefined;
    }
  }

  async #create(body: Record<string, unknown>): Promise<unknown> {
    this.repository = body;
    await run('git', ['init', '--bare', '--initial-branch=main', this.pushed]);
    await run('git', ['-C', this.pushed, 'config', 'http.receivepack', 'true']);
    return {
      name: body.name,
      clone_url: `${this.url}/repository.git`,
      html_url: `https://${this.host}/acme/${body.name}`,
    };
  }

  #environment(
    name: string,
    { route, body }: { route: string; body: Record<string, unknown> },
  ): unknown {
    const known = this.environments.get(name) ?? { settings: {}, branches: [] };
    this.environments.set(name, known);
    if (route.endsWith('/deployment-branch-policies')) {
      known.branches.push(body.name);
    } else {
      known.settings = body;
    }
    return {};
  }

  async #show(path: string): Promise<string> {
    const { stdout } = await run('git', [
      '-C',
      this.pushed,
      'show',
      `main:${path}`,
    ]);
    return stdout;
  }
}
