import { STS } from '@aws-sdk/client-sts';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { withTools } from '../tools/withTools';
import { present } from './awsClients';

withTools(['moto', 'kubernetes', 'kwok'], () => {
  it('the test bed for a person says how to sign in, and ends with Ctrl-C', async () => {
    const program = spawn(
      process.execPath,
      [
        '--disable-warning=MODULE_TYPELESS_PACKAGE_JSON',
        join(import.meta.dirname, 'main.ts'),
      ],
      {
        env: { ...process.env, NODE_OPTIONS: '' },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    const ended = once(program, 'close');
    const text = await outputUntil(program.stdout, '/_testbed/reset\n');
    const exported = (name: string) =>
      present(new RegExp(`^export ${name}=(.*)$`, 'm').exec(text)?.[1]);
    const url = exported('AWS_ENDPOINT_URL');
    const { Account } = await new STS({
      endpoint: url,
      region: 'eu-central-1',
      credentials: {
        accessKeyId: exported('AWS_ACCESS_KEY_ID'),
        secretAccessKey: exported('AWS_SECRET_ACCESS_KEY'),
        sessionToken: exported('AWS_SESSION_TOKEN'),
      },
    }).getCallerIdentity({});
    program.kill('SIGINT');
    const [code] = (await ended) as [number];
    expect([Account, code]).toEqual(['111111111111', 0]);
    await expect(fetch(url)).rejects.toThrow('fetch failed');
  });
});

/** What the program printed up to this end; the stream stays open for what it prints later. */
function outputUntil(
  stream: NodeJS.ReadableStream,
  end: string,
): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    stream.on('data', chunk => {
      text += String(chunk);
      if (text.endsWith(end)) resolve(text);
    });
    stream.on('end', () => reject(new Error(`Expected ${end} in: ${text}`)));
  });
}
