import { createServer } from 'node:http';
import { type AddressInfo, type Socket, connect } from 'node:net';

/** A proxy that tunnels whatever is asked of it to one port of this machine. */
export interface Proxy {
  url: string;
  /** `host:port` of each tunnel asked for. */
  asked: string[];
  stop(): Promise<void>;
}

export async function startProxy(target: string): Promise<Proxy> {
  const { port: targetPort } = new URL(target);
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer();
  server.on('connection', socket => sockets.add(socket));
  server.on('connect', ({ url = '' }, client: Socket) => {
    asked.push(url);
    const upstream = connect(Number(targetPort), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      upstream.pipe(client).pipe(upstream);
    });
    sockets.add(upstream);
    upstream.on('error', () => client.destroy());
    client.on('error', () => upstream.destroy());
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    stop: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        sockets.forEach(socket => socket.destroy());
      }),
  };
}
