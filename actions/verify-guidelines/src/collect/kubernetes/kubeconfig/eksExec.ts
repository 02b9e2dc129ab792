import { parseArgs } from 'node:util';
import { type KubeconfigUser, KubeconfigError } from './parseKubeconfig';

/** What `aws eks get-token` is told (https://docs.aws.amazon.com/cli/latest/reference/eks/get-token.html). */
export interface EksExec {
  cluster: string;
  region?: string;
  profile?: string;
  roleArn?: string;
}

/**
 * Reads the command with which `aws eks update-kubeconfig` has a token made. Other programs are not started: what
 * they do with which rights nobody could tell from a report.
 *
 * @throws KubeconfigError
 */
export function readEksExec(
  { command, args, env }: NonNullable<KubeconfigUser['exec']>,
  path: string,
): EksExec {
  const isAws = /(?:^|[\\/])aws(?:\.exe)?$/.test(command);
  const { positionals, values } = parseArgs({
    args: args ?? [],
    allowPositionals: true,
    strict: false,
    options: {
      'cluster-name': { type: 'string' },
      'cluster-id': { type: 'string' },
      region: { type: 'string' },
      profile: { type: 'string' },
      'role-arn': { type: 'string' },
      role: { type: 'string' },
      output: { type: 'string' },
    },
  });
  const text = (name: string) => {
    const value = values[name];
    return typeof value === 'string' ? value : undefined;
  };
  const cluster = text('cluster-name');
  if (!isAws || positionals.join(' ') !== 'eks get-token' || !cluster) {
    throw new KubeconfigError(
      `${path}: expected a token, a client certificate or the command "aws eks get-token --cluster-name …", received the command "${command}", which is not run; leave the kubeconfig out to sign in with AWS credentials.`,
    );
  }
  const variable = (name: string) => env?.find(one => one.name === name)?.value;
  return {
    cluster,
    region:
      text('region') ??
      variable('AWS_REGION') ??
      variable('AWS_DEFAULT_REGION'),
    profile: text('profile') ?? variable('AWS_PROFILE'),
    roleArn: text('role-arn') ?? text('role'),
  };
}
