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
});
