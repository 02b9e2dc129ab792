import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Author {
  login: string;
  type: 'Bot' | 'User';
}

interface Comment {
  id: number;
  body: string;
  user: Author;
}

interface Issue {
  number: number;
  title: string;
  state: string;
  body: string;
  user: Author;
  pull_request?: object;
  comments: Comment[];
}

/** As much of GitHub's REST API as issues and their comments need, with its pages. */
export interface GitHubServer {
  url: string;
  issues: Issue[];
  /** Every call that writes, as `METHOD path`. */
  writes: string[];
  /** Answers every writing call with this status, where it is set. */
  refuse?: number;
  stop(): Promise<void>;
}

const BOT: Author = { login: 'github-actions[bot]', type: 'Bot' };

export async function startGitHub(): Promise<GitHubServer> {
  const state: Omit<GitHubServer, 'url' | 'stop'> = { issues: [], writes: [] };
  const server = createServer((request, response) => {
    void answer(state, request).then(({ status, body, link }) => {
      response
        .writeHead(status, {
          'content-type': 'application/json',
          ...(link ? { link } : {}),
        })
        .end(JSON.stringify(body));
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(state, {
    url: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise<void>(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}

interface Answer {
  status: number;
  body: unknown;
  link?: string;
}

type State = Omit<GitHubServer, 'url' | 'stop'>;

const ROUTE =
  /^\/repos\/acme\/payments\/issues(?:\/(?<comment>comments\/)?(?<id>\d+)(?<comments>\/comments)?)?$/;

async function answer(state: State, request: IncomingMessage): Promise<Answer> {
  const { method = 'GET' } = request;
  const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
  const route = ROUTE.exec(url.pathname)?.groups;
  if (request.headers.authorization !== 'token a-token') {
    return { status: 401, body: { message: 'Bad credentials' } };
  }
  if (!route) return { status: 404, body: { message: 'Not Found' } };
  const body = await bodyOf(request);
  if (method !== 'GET') {
    if (state.refuse) {
      const message = 'Resource not accessible by integration';
      return { status: state.refuse, body: { message } };
    }
    state.writes.push(`${method} ${url.pathname}`);
  }
  const id = Number(route.id);
  const issue = state.issues.find(({ number }) => number === id);
  if (route.comment) {
    const comment = state.issues
      .flatMap(({ comments }) => comments)
      .find(one => one.id === id);
    return { status: 200, body: Object.assign(comment ?? {}, body) };
  }
  if (route.comments && issue) {
    if (method === 'GET') return page(issue.comments, url);
    const comment = { id: 1000 + issue.comments.length, user: BOT, ...body };
    issue.comments.push(comment as Comment);
    return { status: 201, body: comment };
  }
  if (issue) return { status: 200, body: Object.assign(issue, body) };
  if (method === 'GET') return page([...state.issues].reverse(), url);
  const made = {
    number: state.issues.length + 1,
    state: 'open',
    user: BOT,
    comments: [],
    ...body,
  };
  state.issues.push(made as unknown as Issue);
  return { status: 201, body: made };
}

function page(all: readonly unknown[], url: URL): Answer {
  const size = Number(url.searchParams.get('per_page') ?? 30);
  const number = Number(url.searchParams.get('page') ?? 1);
  const next = new URL(url);
  next.searchParams.set('page', String(number + 1));
  return {
    status: 200,
    body: all.slice((number - 1) * size, number * size),
    link: number * size < all.length ? `<${next}>; rel="next"` : undefined,
  };
}

async function bodyOf(request: IncomingMessage): Promise<object> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  return text ? (JSON.parse(text) as object) : {};
}
