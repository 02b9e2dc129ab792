import { once } from 'node:events';
import {
  createSecureServer,
  createServer,
  type Http2Server,
  type ServerHttp2Session,
  type ServerHttp2Stream,
} from 'node:http2';
import type { AddressInfo } from 'node:net';

/** What is asked for here (https://github.com/grpc/grpc/blob/master/doc/health-checking.md). */
const PATH = '/grpc.health.v1.Health/Check';

/** Field 1 of HealthCheckResponse as protobuf writes it. */
const STATUS = { SERVING: 1, NOT_SERVING: 2 };

/** https://github.com/grpc/grpc/blob/master/doc/statuscodes.md */
const CODES = { UNIMPLEMENTED: 12, UNAVAILABLE: 14 };

export type Health = keyof typeof STATUS | keyof typeof CODES;

export interface Tls {
  /** PEM. */
  certificate: string;
  privateKey: string;
}

/** A gRPC server on loopback that answers health checks, or what comes instead. */
export class HealthServer {
  /** Health checks that were answered. */
  calls = 0;
  health: Health;
  private readonly server: Http2Server;
  private readonly sessions = new Set<ServerHttp2Session>();

  private constructor(health: Health, tls: Tls | undefined) {
    this.health = health;
    this.server = tls
      ? createSecureServer({ cert: tls.certificate, key: tls.privateKey })
      : createServer();
    this.server.on('session', session => this.sessions.add(session));
    this.server.on('sessionError', () => {});
    this.server.on('stream', (stream, headers) =>
      this.answer(stream, headers[':path']),
    );
  }

  static async start(health: Health, tls?: Tls): Promise<HealthServer> {
    const started = new HealthServer(health, tls);
    started.server.listen(0, '127.0.0.1');
    await once(started.server, 'listening');
    return started;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    for (const session of this.sessions) session.destroy();
    await closed;
  }

  private answer(stream: ServerHttp2Stream, path: string | undefined): void {
    const { health } = this;
    const contentType = { 'content-type': 'application/grpc' };
    stream.on('error', () => {});
    if (path !== PATH || health in CODES) {
      const code = CODES[health as keyof typeof CODES] ?? CODES.UNIMPLEMENTED;
      const trailers = { 'grpc-status': code, 'grpc-message': 'as asked' };
      stream.respond({ ...contentType, ...trailers }, { endStream: true });
      return;
    }
    this.calls += 1;
    stream.respond(contentType, { waitForTrailers: true });
    stream.on('wantTrailers', () =>
      stream.sendTrailers({ 'grpc-status': '0' }),
    );
    const message = [0x08, STATUS[health as keyof typeof STATUS]];
    stream.end(Buffer.from([0, 0, 0, 0, message.length, ...message]));
  }
}
