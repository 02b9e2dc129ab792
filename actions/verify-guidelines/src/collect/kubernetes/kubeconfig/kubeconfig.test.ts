import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { openKubeconfig } from '../openKubeconfig';

const SECRET = 'token-that-nobody-may-see';

const CLUSTER = { server: 'https://api.test' };
const USER = { token: SECRET };

const OPTIONS = {
  aws: { region: 'eu-central-1' },
  deadline: { at: Infinity, setBy: 'this test' },
};

function kubeconfig({ cluster = {}, user = USER as object, more = {} }) {
  return {
    'current-context': 'pay',
    contexts: [{ name: 'pay', context: { cluster: 'pay', user: 'me' } }],
    clusters: [{ name: 'pay', cluster: { ...CLUSTER, ...cluster } }],
    users: [{ name: 'me', user }],
    ...more,
  };
}

function exec(command: string, ...args: string[]) {
  return { user: { exec: { command, args } } };
}

describe('openKubeconfig', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kubeconfig-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const open = (content: string, context?: string) => {
    const path = join(folder, 'config');
    writeFileSync(path, content);
    return openKubeconfig({ path, context }, OPTIONS);
  };

  const NO_WAY_IN =
    'expected a token, a client certificate or the command "aws eks get-token --cluster-name …", received the command';

  it.each<[string, Parameters<typeof kubeconfig>[0], string]>([
    [
      'a program of which nobody knows what it does',
      exec('gke-gcloud-auth-plugin'),
      `${NO_WAY_IN} "gke-gcloud-auth-plugin", which is not run; leave the kubeconfig out to sign in with AWS credentials.`,
    ],
    [
      'another call of aws',
      exec('/usr/bin/aws', 'sts', 'get-token', '--cluster-name', 'pay'),
      `${NO_WAY_IN} "/usr/bin/aws"`,
    ],
    [
      'a program whose name only ends like it',
      exec('laws', 'eks', 'get-token', '--cluster-name', 'pay'),
      `${NO_WAY_IN} "laws"`,
    ],
    [
      'no way to sign in',
      { user: {} },
      'expected the user to have a token, a client certificate or the command "aws eks get-token", received none of them.',
    ],
    [
      'half of a client certificate',
      { user: { 'client-certificate-data': 'AAAA' } },
      "expected the user's client certificate and its key, received only one of them.",
    ],
    [
      'a server that anybody could be',
      { cluster: { 'insecure-skip-tls-verify': true } },
      'expected the certificate of https://api.test to be verified, received insecure-skip-tls-verify',
    ],
    [
      'a server without TLS',
      { cluster: { server: 'http://api.test' } },
      'expected the server to be an https address, received http://api.test.',
    ],
    [
      'a proxy',
      { cluster: { 'proxy-url': 'socks5://proxy.test' } },
      'expected a direct connection to https://api.test, received a proxy-url, which is not supported.',
    ],
    [
      'no context',
      { more: { 'current-context': '' } },
      'expected a context to be named, received none; set current-context in the file, or the context in the input kubeconfig.',
    ],
    [
      'a context without its cluster',
      { more: { clusters: [] } },
      'expected "pay" among clusters, received none.',
    ],
    [
      'something of another shape',
      { user: { token: 5 } },
      'users.0.user.token is not as in a kubeconfig: Invalid input: expected string, received number.',
    ],
  ])('refuses %s in one sentence', async (_, parts, message) => {
    const error = await open(stringify(kubeconfig(parts))).catch(one => one);
    expect(error).toMatchObject({ name: 'KubeconfigError' });
    expect(error.message).toContain(`${join(folder, 'config')}: `);
    expect(error.message).toContain(message);
    expect(error.message).not.toContain(SECRET);
  });

  it('says which contexts there are', async () => {
    await expect(open(stringify(kubeconfig({})), 'other')).rejects.toThrow(
      'expected "other" among contexts, received pay.',
    );
  });

  it('says nothing of what is no YAML', async () => {
    await expect(open(`{token: ${SECRET}, `)).rejects.toThrow(
      /^.*: expected YAML, received something else\.$/,
    );
  });

  it('names a file that is missing', async () => {
    const path = join(folder, 'nothing');
    await expect(openKubeconfig({ path }, OPTIONS)).rejects.toThrow(
      `Expected the file ${path} of the input kubeconfig, received ENOENT.`,
    );
    const user = { 'client-certificate': 'mine.crt', 'client-key': 'mine.key' };
    await expect(open(stringify(kubeconfig({ user })))).rejects.toThrow(
      `Expected the file ${join(folder, 'mine.crt')} of the input kubeconfig, received ENOENT.`,
    );
  });
});
