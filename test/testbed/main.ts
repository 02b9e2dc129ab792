import { once } from 'node:events';
import { dirname } from 'node:path';
import { tool } from '../tools/tool.ts';
import {
  startTestbed,
  type KubernetesTools,
  type Testbed,
} from './startTestbed.ts';

const ACCOUNTS = ['111111111111', '222222222222'];

/**
 * Starts the test bed for a person and keeps it until Ctrl-C: `node test/testbed/main.ts`. Prints how to sign in
 * to two accounts and how to trouble the simulated AWS.
 */
async function main(): Promise<void> {
  const moto = await tool('moto');
  if (!moto.ok) {
    process.stderr.write(`The test bed needs moto. ${moto.reason}\n`);
    process.exitCode = 1;
    return;
  }
  const testbed = await startTestbed(moto.path, await kubernetesTools());
  process.stdout.write(await welcome(testbed));
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  process.stdout.write('\nStopping.\n');
  await testbed.stop();
}

async function kubernetesTools(): Promise<KubernetesTools | undefined> {
  const [kubernetes, kwok] = [await tool('kubernetes'), await tool('kwok')];
  if (kubernetes.ok && kwok.ok) {
    return { kubernetes: dirname(kubernetes.path), kwok: kwok.path };
  }
  const reasons = [kubernetes, kwok].map(each => (each.ok ? '' : each.reason));
  process.stderr.write(
    `Clusters have no Kubernetes API. ${reasons.join(' ').trim()}\n`,
  );
  return undefined;
}

async function welcome(testbed: Testbed): Promise<string> {
  const accounts = await Promise.all(
    ACCOUNTS.map(async account => {
      const env = await testbed.signIn(account);
      const lines = Object.entries(env).map(
        ([name, value]) => `export ${name}=${value}`,
      );
      return `# Administrator of account ${account}\n${lines.join('\n')}\n`;
    }),
  );
  const control = `${testbed.url}/_testbed`;
  return `The test bed serves every AWS service, account and region at ${testbed.url} until Ctrl-C.

${accounts.join('\n')}
# What was called
curl '${control}/calls?after=0'
# Every second write to EC2 is throttled
curl -X POST ${control}/faults -d '{"match":{"service":"ec2","write":true},"every":2,"effect":{"kind":"throttle"}}'
# No faults any more
curl -X DELETE ${control}/faults
# Slow, and late to show what was created
curl -X PUT ${control}/settings -d '{"latencyMilliseconds":50,"consistencyMilliseconds":2000,"durations":{"peering":5}}'
# Everything as at the start; sign in again afterwards
curl -X POST ${control}/reset
`;
}

void main();
