import { request } from 'node:https';
import { type AddressInfo, type Socket, createServer } from 'node:net';
import { limitSilence } from './silence';

describe('limitSilence', () => {
  it('waits longer for the answer of a host that took the connection, but not for ever', async () => {
    const sockets: Socket[] = [];
    const server = createServer(socket => sockets.push(socket));
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const patience = { connection: 100, answer: 400 };
    const started = Date.now();
    const ended = new Promise<Error>(resolve => {
      const call = request({ port, host: '127.0.0.1', timeout: 100 });
      limitSilence(call, patience);
      call.on('error', resolve).end();
    });
    expect((await ended).message).toBe('no answer in 0.4 seconds');
    expect(Date.now() - started).toBeGreaterThanOrEqual(390);
    sockets.forEach(socket => socket.destroy());
    await new Promise(resolve => server.close(resolve));
  });
});
