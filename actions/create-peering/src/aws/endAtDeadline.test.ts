import { type Server, type Socket, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { openAccounts } from './accounts';

const SECRETS = {
  AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'x',
};

/** An answer that promises more than ever comes. */
const BEGINNING = 'HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n<GetCaller';

/** Takes connections, says this to every request, and nothing more. */
async function listen(says: string) {
  const sockets = new Set<Socket>();
  const server: Server = createServer(socket => {
    sockets.add(socket);
    socket.on('error', () => {}).on('data', () => socket.write(says));
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

describe('a call of an account', () => {
  const before = { ...process.env };
  afterEach(() => {
    process.env = { ...before };
  });

  it.each([
    { host: 'never answers', says: '' },
    { host: 'begins an answer and stops', says: BEGINNING },
  ])('ends at the deadline where the host $host', async ({ says }) => {
    const host = await listen(says);
    Object.assign(process.env, SECRETS, { AWS_ENDPOINT_URL: host.url });
    const started = Date.now();
    const deadline = { at: started + 400, setBy: 'timeout: 1 minute' };
    const account = await openAccounts(deadline)({
      credentials: {},
      region: 'eu-west-1',
      key: 'networks[0]',
    });
    const error = await account.id().catch((reason: Error) => reason);
    host.close();
    expect(error).toMatchObject({
      message:
        'sts:GetCallerIdentity failed with the credentials of networks[0] (eu-west-1): DeadlineError: The time is over (timeout: 1 minute). No answer came: check the region, AWS_ENDPOINT_URL and the network of the runner.',
    });
    expect(Date.now() - started).toBeLessThan(30_000);
  });
});
