import { run, type Outcome } from '../run';

/** `eksctl create cluster`, ended before the first stack would be created, with what it printed until then. */
export function createUntilStack(
  eksctl: string,
  { file, env }: { file: string; env: Record<string, string> },
): Promise<Outcome> {
  return run(
    [
      eksctl,
      'create',
      'cluster',
      '--config-file',
      file,
      '--write-kubeconfig=false',
    ],
    { env, until: printed => printed.includes('building cluster stack') },
  );
}

export interface PrintedSubnet {
  zone: string;
  kind: 'public' | 'private';
  cidr: string;
}

/** The subnets of a new VPC that eksctl printed. */
export function printedSubnets({ stdout, stderr }: Outcome): PrintedSubnet[] {
  const subnets = [
    ...stdout.matchAll(/subnets for (\S+) - public:(\S+) private:(\S+)/g),
  ].flatMap(([, zone = '', publicCidr = '', privateCidr = '']) => [
    { zone, kind: 'public' as const, cidr: publicCidr },
    { zone, kind: 'private' as const, cidr: privateCidr },
  ]);
  if (subnets.length === 0) {
    throw new Error(`eksctl printed no subnets:\n${stdout}\n${stderr}`);
  }
  return subnets;
}
