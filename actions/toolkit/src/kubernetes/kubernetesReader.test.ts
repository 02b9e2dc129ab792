import { type AddressInfo, type Socket, createServer } from 'node:net';
import { KubernetesReader } from './kubernetesReader';

const readerOf = (address: string) =>
  new KubernetesReader({
    cluster: 'shop',
    region: 'eu-west-1',
    credentials: async () => ({ accessKeyId: 'a', secretAccessKey: 'b' }),
    address,
    certificateAuthority: '',
  });

describe('KubernetesReader', () => {
  it('says which address does not answer, and why', async () => {
    // Nobody listens there.
    const reader = readerOf('https://127.0.0.1:9');
    const nodes = reader.list('/api/v1/nodes');
    await expect(nodes.next()).rejects.toMatchObject({
      name: 'KubernetesError',
      message:
        'https://127.0.0.1:9 does not answer: connect ECONNREFUSED 127.0.0.1:9',
      status: undefined,
    });
    reader.close();
  });

  it('gives up soon where a host says nothing', async () => {
    const sockets: Socket[] = [];
    const server = createServer(socket => sockets.push(socket));
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const reader = readerOf(`https://127.0.0.1:${port}`);
    await expect(reader.list('/api/v1/nodes').next()).rejects.toThrow(
      `https://127.0.0.1:${port} does not answer: no connection in 10 seconds`,
    );
    reader.close();
    sockets.forEach(socket => socket.destroy());
    await new Promise(resolve => server.close(resolve));
  }, 30_000);
});
