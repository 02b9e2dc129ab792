import { Agent, request } from 'node:https';
import { type TokenFor, eksToken } from './eksToken';

/** Where the API of a cluster is, and whose eyes read it. */
export interface KubernetesAccess extends TokenFor {
  /** `https://….eks.amazonaws.com` */
  address: string;
  /** Certificate authority of the cluster, in base64 as EKS describes it. */
  certificateAuthority: string;
}

/** The Kubernetes API could not be read; the message says why, and `status` what it answered. */
export class KubernetesError extends Error {
  name = 'KubernetesError';
  readonly status?: number;

  constructor(message: string, options: { status?: number; cause?: unknown }) {
    super(message, { cause: options.cause });
    this.status = options.status;
  }
}

/** Milliseconds without an answer after which the endpoint counts as unreachable. */
const PATIENCE = 10_000;

const PAGE_SIZE = '500';

interface Page<T> {
  items?: T[];
  metadata?: { continue?: string };
}

/** Reads the Kubernetes API of one cluster. */
export class KubernetesReader {
  private readonly access: KubernetesAccess;
  private readonly agent: Agent;
  private token?: Promise<string>;

  constructor(access: KubernetesAccess) {
    this.access = access;
    this.agent = new Agent({
      ca: Buffer.from(access.certificateAuthority, 'base64').toString(),
      keepAlive: true,
    });
  }

  /**
   * Every object of a collection, a page at a time, so that a large cluster is never held at once.
   *
   * @param path - such as `/api/v1/nodes`
   * @throws KubernetesError
   */
  async *list<T>(
    path: string,
    query: Readonly<Record<string, string>> = {},
  ): AsyncGenerator<T> {
    let next: string | undefined;
    do {
      const parameters = new URLSearchParams({ ...query, limit: PAGE_SIZE });
      if (next) parameters.set('continue', next);
      const page = await this.get<Page<T>>(`${path}?${parameters}`);
      yield* page.items ?? [];
      next = page.metadata?.continue;
    } while (next);
  }

  /** @throws KubernetesError */
  async get<T>(path: string): Promise<T> {
    this.token ??= eksToken(this.access);
    const { status, body } = await this.fetch(path, await this.token);
    if (status === 200) return JSON.parse(body) as T;
    throw new KubernetesError(
      `GET ${path} was answered ${status}${reasonOf(status)}: ${body.slice(0, 300)}`,
      { status },
    );
  }

  close(): void {
    this.agent.destroy();
  }

  private fetch(
    path: string,
    token: string,
  ): Promise<{ status: number; body: string }> {
    const { address } = this.access;
    return new Promise((resolve, reject) => {
      const fail = (cause: Error) =>
        reject(
          new KubernetesError(`${address} does not answer: ${cause.message}`, {
            cause,
          }),
        );
      const call = request(
        new URL(path, address),
        {
          agent: this.agent,
          headers: {
            accept: 'application/json',
            authorization: `Bearer ${token}`,
          },
          timeout: PATIENCE,
        },
        response => {
          let body = '';
          response
            .setEncoding('utf8')
            .on('data', (chunk: string) => (body += chunk))
            .on('end', () =>
              resolve({ status: response.statusCode ?? 0, body }),
            )
            .on('error', fail);
        },
      );
      call.on('timeout', () =>
        call.destroy(new Error(`no answer in ${PATIENCE / 1_000} seconds`)),
      );
      call.on('error', fail).end();
    });
  }
}

/** https://docs.aws.amazon.com/eks/latest/userguide/access-entries.html */
function reasonOf(status: number): string {
  if (status === 401) return ' (these credentials have no access entry)';
  if (status === 403) return ' (their access entry does not allow it)';
  return '';
}
