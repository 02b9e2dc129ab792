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
    throw refusal(path, {
      status,
      body,
      meaning: this.signIn.refusals[status],
      retryAfter: response.headers['retry-after'],
    });
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
      call.end();
    });
  }

  private async *bytesOf(
    response: IncomingMessage,
    path: string,
  ): AsyncGenerator<Buffer> {
    try {
      yield* decompressed(response);
    } catch (cause) {
      throw new KubernetesError(
        `${this.address} cut its answer to GET ${withoutQuery(path)} short: ${(cause as Error).message}`,
        { cause, again: 'reading' },
      );
    }
  }
}

/** Large enough that its reader is not woken for every few objects. */
const CHUNK_BYTES = 1 << 16;

function decompressed(response: IncomingMessage): AsyncIterable<Buffer> {
  if (response.headers['content-encoding'] !== 'gzip') return response;
  // What goes wrong reaches whoever reads the end of the pipe.
  return pipeline(response, createGunzip({ chunkSize: CHUNK_BYTES }), () => {});
}
