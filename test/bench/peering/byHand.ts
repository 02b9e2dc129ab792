import { execFile } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { median } from '../figures';
import type { End, Pair } from './pair';

const SCRIPT = join(__dirname, 'by-hand.sh');

/** Connects the pair with commands of the AWS CLI. */
export async function connectByHand(
  { requester, accepter }: Pair,
  { aws, env }: { aws: string; env: Record<string, string> },
): Promise<void> {
  await promisify(execFile)(SCRIPT, {
    env: {
      ...env,
      PATH: [dirname(aws), process.env.PATH].join(delimiter),
      ACCEPTER_ACCOUNT: accepter.account,
      ...variables('REQUESTER', requester),
      ...variables('ACCEPTER', accepter),
    },
  });
}

function variables(prefix: string, end: End): Record<string, string> {
  return {
    [`${prefix}_VPC`]: end.vpc,
    [`${prefix}_SUBNETS`]: end.subnets.join(),
    [`${prefix}_GROUP`]: end.group,
    [`${prefix}_PORTS`]: end.ports.join(' '),
  };
}

const STARTS = 5;

/** Milliseconds that a command of the AWS CLI needs before it calls AWS, and after. */
export async function startUpTime(aws: string): Promise<number> {
  const times: number[] = [];
  for (let start = 0; start < STARTS; start += 1) {
    const before = performance.now();
    await promisify(execFile)(aws, ['--version']);
    times.push(performance.now() - before);
  }
  return median(times);
}
