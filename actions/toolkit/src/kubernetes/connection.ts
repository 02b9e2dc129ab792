import type { IncomingMessage } from 'node:http';
import { Agent, request } from 'node:https';
import { type TokenFor } from './eksToken';
import { type Again, KubernetesError } from './kubernetesError';
import { type SignIn, eksSignIn } from './signIn';
import { startOver } from './startOver';

/** Where the API of a cluster is, and how it is told from another. */
export interface KubernetesEndpoint {
  /** `https://….eks.amazonaws.com` */
  address: string;
  /** Certificate authority of the cluster, in base64 as EKS describes it; those of Node where it is left out. */
  certificateAuthority?: string;
  /** Name that the server's certificate has, where it is another than in the address. */
  serverName?: string;
  /** PEM texts, for those who sign in by a certificate. */
  clientCertificate?: { certificate: string; key: string };
}

/** Where the API of a cluster is, and whose eyes read it. */
export type KubernetesAccess = KubernetesEndpoint &
  (TokenFor | { signIn: SignIn });

/** Milliseconds without an answer after which the endpoint counts as unreachable. */
const PATIENCE = 10_000;

/** Connections at a time; more of them only wait for each other in the API server. */
const CONNECTIONS = 8;

/** Signed-in GET calls of one API. */
export class Connection {
  private readonly address: string;
  private readonly signIn: SignIn;
  private readonly agent: Agent;
  private readonly closed = new AbortController();
  /** Aborted with the run, and once nobody reads any more. */
  readonly signal: AbortSignal;

  constructor(access: KubernetesAccess, signal?: AbortSignal) {
    const { certificateAuthority, clientCertificate, serverName } = access;
    this.address = access.address.replace(/\/+$/, '');
    this.signIn = 'signIn' in access ? access.signIn : eksSignIn(access);
    this.signal = signal
      ? AbortSignal.any([signal, this.closed.signal])
      : this.closed.signal;
    this.agent = new Agent({
      ca: certificateAuthority
        ? Buffer.from(certificateAuthority, 'base64').toString()
        : undefined,
      cert: clientCertificate?.certificate,
      key: clientCertificate?.key,
      servername: serverName,
      keepAlive: true,
      maxSockets: CONNECTIONS,
    });
  }

  /**
   * Calls again where the API is busy or the connection was a stale one.
   *
   * @returns the bytes of an answer 200
   * @throws KubernetesError
   */
  async open(
    path: string,
    accept = 'application/json',
  ): Promise<AsyncIterable<Buffer>> {
    const ask = () => this.ask(path, accept);
    const answer = await startOver('call', ask, this.signal);
    return this.bytesOf(answer, path);
  }

  close(): void {
    this.closed.abort();
    this.agent.destroy();
  }

  private async ask(path: string, accept: string): Promise<IncomingMessage> {
    const response = await this.call(path, accept);
    const { statusCode: status = 0 } = response;
    if (status === 200) return response;
    let body = '';
    for await (const bytes of this.bytesOf(response, path)) body += bytes;
    const meaning = this.signIn.refusals[status];
    const { message, reason } = statusOf(body);
    throw new KubernetesError(
      `GET ${withoutQuery(path)} was answered ${status}${meaning ? ` (${meaning})` : ''}: ${message}`,
      {
        status,
        reason,
        again: againAfter(status),
        wait: 1_000 * (Number(response.headers['retry-after']) || 0),
      },
    );
  }

  private async call(path: string, accept: string): Promise<IncomingMessage> {
    const authorization = await this.signIn.authorization();
    const { address, agent, signal } = this;
    return new Promise((resolve, reject) => {
      const call = request(
        new URL(`${address}${path}`),
        {
          agent,
          signal,
          headers: {
            accept,
            ...(authorization && { authorization }),
          },
          timeout: PATIENCE,
        },
        resolve,
      );
      call.on('timeout', () =>
        call.destroy(new Error(`no answer in ${PATIENCE / 1_000} seconds`)),
      );
      call.on('error', (cause: NodeJS.ErrnoException) =>
        reject(
          new KubernetesError(`${address} does not answer: ${cause.message}`, {
            cause,
            again: cause.code === 'ECONNRESET' ? 'call' : undefined,
          }),
        ),
      );
      call.end();
    });
  }

  private async *bytesOf(
    response: IncomingMessage,
    path: string,
  ): AsyncGenerator<Buffer> {
    try {
      yield* response as AsyncIterable<Buffer>;
    } catch (cause) {
      throw new KubernetesError(
        `${this.address} cut its answer to GET ${withoutQuery(path)} short: ${(cause as Error).message}`,
        { cause, again: 'reading' },
      );
    }
  }
}

/** What may help: a busy server is asked again, a list that has expired is read from its beginning. */
function againAfter(status: number): Again | undefined {
  if ([429, 502, 503, 504].includes(status)) return 'call';
  return status === 410 ? 'reading' : undefined;
}

/** The limit and the place in the list say nothing to a reader. */
function withoutQuery(path: string): string {
  return path.replace(/\?.*$/, '');
}

/** The `Status` of the API; the beginning of what else answered. */
function statusOf(body: string): { message: string; reason?: string } {
  try {
    const status = JSON.parse(body) as { message?: string; reason?: string };
    if (typeof status.message === 'string') {
      return { message: status.message.slice(0, 300), reason: status.reason };
    }
  } catch {
    // A proxy answered, in a language of its own.
  }
  return { message: body.slice(0, 300).trim() };
}
