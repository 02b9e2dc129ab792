import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';

/** A running simulated AWS on loopback. */
export interface Testbed {
  /** Address of every AWS service, in every region. */
  url: string;
  /** Environment variables with which an AWS SDK reaches the bed as an administrator of the account. */
  signIn(accountId: string): Promise<Record<string, string>>;
  stop(): Promise<void>;
}

/**
 * Starts the simulated AWS on a port of the kernel's choosing.
 *
 * @param python - path of a Python that has moto
 */
export async function startTestbed(python: string): Promise<Testbed> {
  const child = spawn(python, ['-m', 'testbed'], {
    env: {
      ...process.env,
      PYTHONPATH: dirname(import.meta.dirname),
      PYTHONDONTWRITEBYTECODE: '1',
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const errors: string[] = [];
  child.stderr.on('data', chunk => errors.push(String(chunk)));
  const line = await firstLine(child);
  if (line === undefined) {
    throw new Error(`The test bed did not start:\n${errors.join('')}`);
  }
  const { url } = JSON.parse(line) as { url: string };
  return {
    url,
    signIn: accountId => signIn(url, accountId),
    async stop() {
      const closed = once(child, 'close');
      child.stdin.end();
      await closed;
    },
  };
}

async function firstLine(child: ChildProcess): Promise<string | undefined> {
  if (!child.stdout) return undefined;
  for await (const line of createInterface(child.stdout)) return line;
  return undefined;
}

/** An account of moto comes into being when a role in it is assumed. */
async function signIn(
  url: string,
  accountId: string,
): Promise<Record<string, string>> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      authorization:
        'AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/sts/aws4_request, SignedHeaders=host, Signature=test',
    },
    body: new URLSearchParams({
      Action: 'AssumeRole',
      Version: '2011-06-15',
      RoleArn: `arn:aws:iam::${accountId}:role/administrator`,
      RoleSessionName: 'test',
    }),
  });
  const xml = await response.text();
  const element = (name: string) => {
    const value = new RegExp(`<${name}>([^<]+)</${name}>`).exec(xml)?.[1];
    if (value === undefined) {
      throw new Error(
        `AssumeRole answered ${response.status} without ${name}: ${xml}`,
      );
    }
    return value;
  };
  return {
    AWS_ENDPOINT_URL: url,
    AWS_ACCESS_KEY_ID: element('AccessKeyId'),
    AWS_SECRET_ACCESS_KEY: element('SecretAccessKey'),
    AWS_SESSION_TOKEN: element('SessionToken'),
    // Nothing of this machine: no profile, no instance role.
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_EC2_METADATA_DISABLED: 'true',
  };
}
