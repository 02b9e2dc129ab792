import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parse, stringify } from 'yaml';
import type { Pair } from './pair.ts';

const GOLDEN = resolve(__dirname, '../../golden/payments/scalardl.yaml');

interface Side {
  awsAccountId: string;
  network: object;
}

/** An environment file, as far as tests change it. */
export interface Environment {
  spec: {
    region: string;
    applications?: object[];
    ledger: Side;
    auditor: Side;
  };
}

/** Writes the environment file of a pair, with these applications. */
export async function writeEnvironment(
  { auditor, ledger, directory }: Pair,
  {
    applications = [],
    ports,
  }: { applications?: object[]; ports?: object } = {},
): Promise<string> {
  const environment = parse(await readFile(GOLDEN, 'utf8')) as Environment;
  const { spec } = environment;
  const region = auditor.place.region;
  const zones = ['a', 'b', 'c'].map(zone => `${region}${zone}`);
  spec.region = region;
  spec.applications = applications;
  for (const [side, network] of Object.entries({ auditor, ledger })) {
    const old = spec[side as 'auditor' | 'ledger'];
    Object.assign(old, {
      awsAccountId: network.place.account,
      clusterName: network.name,
      network: {
        cidr: side === 'auditor' ? '10.1.16.0/20' : '10.1.0.0/20',
        zones,
      },
      ...(side === 'ledger' && ports ? { loadBalancerPorts: ports } : {}),
    });
  }
  await writeFile(join(directory, 'scalardl.yaml'), stringify(environment));
  return 'scalardl.yaml';
}
