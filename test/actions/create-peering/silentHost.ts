import { type AddressInfo, type Socket, createServer } from 'node:net';

/** A host that takes every connection and never says anything. */
export interface SilentHost {
  readonly url: string;
  close(): void;
}

export async function startSilentHost(): Promise<SilentHost> {
  const sockets: Socket[] = [];
  const server = createServer(socket => {
    socket.on('error', () => {}).resume();
    sockets.push(socket);
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close() {
      sockets.forEach(socket => socket.destroy());
      server.close();
    },
  };
}
