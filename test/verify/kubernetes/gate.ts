import { type IncomingMessage, type ServerResponse } from 'node:http';
import { Agent, createServer, request, type Server } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import type { Readable } from 'node:stream';
import type { TLSSocket } from 'node:tls';
import { createGzip } from 'node:zlib';
import type { Cluster } from '../../testbed/kubernetes/startClusters.ts';
import { issueCertificates } from './issueCertificates.ts';

/** What came to the gate. */
export interface GateCall {
  readonly method: string;
  readonly path: string;
  readonly authorization?: string;
  /** Common name of the client's certificate. */
  readonly certificate?: string;
}

/** What the gate does instead of passing a call on, or with the answer to it. */
export type Meddling =
  | { status: number; body: string; headers?: Record<string, string> }
  /** Cuts the connection after so many bytes of the real answer. */
  | { cutAfter: number; compress?: boolean }
  /** Compresses the real answer, as the API does with long ones. */
  | { compress: true };

/** Stands in front of a real API, passes calls on, records them and does to some what networks and proxies do. */
export class Gate {
  readonly calls: GateCall[] = [];
  meddle: (call: GateCall) => Meddling | undefined = () => undefined;
  readonly certificateAuthority: string;
  private readonly server: Server;
  private readonly agent: Agent;

  private constructor(
    private readonly cluster: Cluster,
    tls: { ca: string; cert: string; key: string },
  ) {
    this.certificateAuthority = Buffer.from(tls.ca).toString('base64');
    this.agent = new Agent({
      ca: Buffer.from(cluster.certificateAuthority, 'base64'),
      keepAlive: true,
    });
    this.server = createServer(
      { ...tls, requestCert: true, rejectUnauthorized: false },
      (call, answer) => this.pass(call, answer),
    );
  }

  /** @param python - path of a Python that has the bed's certificates */
  static async open(cluster: Cluster, python: string): Promise<Gate> {
    const gate = new Gate(cluster, issueCertificates(python));
    await new Promise<void>(done => {
      gate.server.listen(0, '127.0.0.1', done);
    });
    return gate;
  }

  get address(): string {
    return `https://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Forgets what was, and meddles no more. */
  reset(): void {
    this.calls.length = 0;
    this.meddle = () => undefined;
  }

  async close(): Promise<void> {
    this.agent.destroy();
    this.server.closeAllConnections();
    await new Promise(done => {
      this.server.close(done);
    });
  }

  private pass(call: IncomingMessage, answer: ServerResponse): void {
    const seen: GateCall = {
      method: call.method ?? '',
      path: call.url ?? '',
      authorization: call.headers.authorization,
      certificate: commonName(call.socket),
    };
    this.calls.push(seen);
    const meddling = this.meddle(seen);
    if (meddling && 'status' in meddling) {
      answer.writeHead(meddling.status, meddling.headers).end(meddling.body);
      return;
    }
    const { host: _, ...headers } = call.headers;
    const onward = request(
      `${this.cluster.endpoint}${call.url}`,
      { agent: this.agent, method: call.method, headers },
      response => {
        const { statusCode = 0, headers: inner } = response;
        const wanted = call.headers['accept-encoding'] === 'gzip';
        if (!meddling?.compress || !wanted) {
          answer.writeHead(statusCode, inner);
          forward(response, answer, meddling);
          return;
        }
        const { 'content-length': __, ...rest } = inner;
        answer.writeHead(statusCode, { ...rest, 'content-encoding': 'gzip' });
        forward(response.pipe(createGzip()), answer, meddling);
      },
    );
    onward.on('error', () => answer.destroy());
    call.pipe(onward);
  }
}

function forward(
  response: Readable,
  answer: ServerResponse,
  meddling: Meddling | undefined,
): void {
  if (meddling && 'cutAfter' in meddling) {
    cut(response, answer, meddling.cutAfter);
  } else response.pipe(answer);
}

function cut(response: Readable, answer: ServerResponse, after: number): void {
  let left = after;
  response.on('data', (chunk: Buffer) => {
    answer.write(chunk.subarray(0, Math.max(left, 0)));
    left -= chunk.length;
    // What was written has to leave before the connection ends.
    if (left <= 0) setTimeout(() => answer.destroy(), 20);
  });
  response.on('end', () => setTimeout(() => answer.destroy(), 20));
}

function commonName(socket: Socket): string | undefined {
  const name = (socket as TLSSocket).getPeerCertificate().subject?.CN;
  return Array.isArray(name) ? name[0] : name;
}
