import type { IncomingMessage } from 'node:http';
import { Agent, request } from 'node:https';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { type TokenFor } from './eksToken';
import { KubernetesError } from './kubernetesError';
import { refusal, withoutQuery } from './refusal';
import { type SignIn, eksSignIn } from './signIn';
import { PATIENCE, limitSilence } from './silence';
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

/** One call of the API. */
export interface Call {
  /** `GET` where it is left out. */
  method?: 'GET' | 'POST' | 'DELETE';
  path: string;
  /** `application/json` where it is left out. */
  accept?: string;
  /** Sent as JSON. */
  body?: object;
}

/** Connections at a time; more of them only wait for each other in the API server. */
const CONNECTIONS = 8;

/** What the API answers to what it did: read or deleted, made, or to be deleted. */
const SUCCESS = [200, 201, 202];

/** Signed-in calls of one API. */
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
   * @returns the bytes of an answer that says that all went well
   * @throws KubernetesError
   */
  async open(call: Call): Promise<AsyncIterable<Buffer>> {
    const ask = () => this.ask(call);
    const answer = await startOver('call', ask, this.signal);
    return this.bytesOf(answer, call);
  }

  close(): void {
    this.closed.abort();
    this.agent.destroy();
  }

  private async ask(call: Call): Promise<IncomingMessage> {
    const response = await this.call(call);
    const { statusCode: status = 0 } = response;
    if (SUCCESS.includes(status)) return response;
    let body = '';
    for await (const bytes of this.bytesOf(response, call)) body += bytes;
    throw refusal(titleOf(call), {
      status,
      body,
      meaning: this.signIn.refusals[status],
      retryAfter: response.headers['retry-after'],
    });
  }

  private async call({
    method = 'GET',
    path,
    accept = 'application/json',
    body,
  }: Call): Promise<IncomingMessage> {
    const authorization = await this.signIn.authorization();
    const { address, agent, signal } = this;
    const content = body && JSON.stringify(body);
    return new Promise((resolve, reject) => {
      const call = request(
        new URL(`${address}${path}`),
        {
          method,
          agent,
          signal,
          headers: {
            accept,
            ...(content && {
              'content-type': 'application/json',
              // Node leaves it out of DELETE, and the server takes the body for another request.
              'content-length': Buffer.byteLength(content),
            }),
            // The API compresses long answers to a tenth, and a tenth is as quickly compressed as the whole encrypted.
            'accept-encoding': 'gzip',
            ...(authorization && { authorization }),
          },
          timeout: PATIENCE.connection,
        },
        resolve,
      );
      limitSilence(call, PATIENCE);
      call.on('error', (cause: NodeJS.ErrnoException) =>
        reject(
          new KubernetesError(`${address} does not answer: ${cause.message}`, {
            cause,
            again: cause.code === 'ECONNRESET' ? 'call' : undefined,
          }),
        ),
      );
      call.end(content);
    });
  }

  private async *bytesOf(
    response: IncomingMessage,
    call: Call,
  ): AsyncGenerator<Buffer> {
    try {
      yield* decompressed(response);
    } catch (cause) {
      throw new KubernetesError(
        `${this.address} cut its answer to ${titleOf(call)} short: ${(cause as Error).message}`,
        { cause, again: 'reading' },
      );
    }
  }
}

function titleOf({ method = 'GET', path }: Call): string {
  return `${method} ${withoutQuery(path)}`;
}

/** Large enough that its reader is not woken for every few objects. */
const CHUNK_BYTES = 1 << 16;

function decompressed(response: IncomingMessage): AsyncIterable<Buffer> {
  if (response.headers['content-encoding'] !== 'gzip') return response;
  // What goes wrong reaches whoever reads the end of the pipe.
  return pipeline(response, createGunzip({ chunkSize: CHUNK_BYTES }), () => {});
}
