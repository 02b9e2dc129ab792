import type {
  BuiltAction,
  Interruption,
  StepEnded,
} from '@scalardl-on-eks/action-toolkit/testing';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Place } from '../../testbed/awsClients.ts';
import type { TestbedControl } from '../../testbed/controlClient.ts';
import type { RecordedCall } from '../../testbed/recordedCall.ts';
import { type World, dumpWorld } from './dump.ts';
import {
  type NetworkWish,
  type TestNetwork,
  createNetwork,
} from './network.ts';

/** Two clusters' networks in accounts of their own, so that many pairs live on one bed without meeting. */
export interface Pair {
  readonly auditor: TestNetwork;
  readonly ledger: TestNetwork;
  readonly networks: readonly TestNetwork[];
  /** Working directory of its runs. */
  readonly directory: string;
  /** Runs the action as a step of a workflow. */
  run(options?: RunOptions): Promise<PairRun>;
  dump(): Promise<World>;
  remove(): Promise<void>;
}

export interface RunOptions {
  inputs?: Record<string, string>;
  interruption?: Interruption;
  env?: Record<string, string>;
}

export interface PairRun extends StepEnded {
  /** Calls of the pair's accounts while it ran, those of other runs at the same time included. */
  calls: RecordedCall[];
  writes: RecordedCall[];
}

export interface PairWish {
  crossAccount?: boolean;
  crossRegion?: boolean;
  auditor?: Partial<NetworkWish>;
  ledger?: Partial<NetworkWish>;
  /** Other VPCs in the account of the Ledger. */
  others?: readonly Pick<NetworkWish, 'name' | 'cidr'>[];
}

export const CONNECTIONS = [
  {
    from: 'auditor',
    to: 'ledger',
    ports: { to: [50051, 50052], from: [40051, 40052] },
  },
];

let accounts = 100_000_000_000;

/** An account that no other pair of this process has. */
export function newAccount(): string {
  accounts += 1;
  return String(accounts);
}

export async function createPair(
  { testbed, action }: { testbed: TestbedControl; action: BuiltAction },
  wish: PairWish = {},
): Promise<Pair> {
  const account = newAccount();
  const home: Place = { account, region: 'eu-west-1' };
  const away: Place = {
    account: wish.crossAccount ? newAccount() : account,
    region: wish.crossRegion ? 'eu-central-1' : home.region,
  };
  const [auditor, ledger, ...others] = await Promise.all([
    createNetwork(testbed, {
      name: 'auditor',
      place: home,
      cidr: '10.1.16.0/20',
      cluster: true,
      ...wish.auditor,
    }),
    createNetwork(testbed, {
      name: 'ledger',
      place: away,
      cidr: '10.1.0.0/20',
      cluster: true,
      ...wish.ledger,
    }),
    ...(wish.others ?? []).map(other =>
      createNetwork(testbed, { ...other, place: away }),
    ),
  ]);
  const networks = [auditor, ledger, ...others];
  const directory = await mkdtemp(join(tmpdir(), 'scalardl-peering-'));
  const env = await profiles(testbed, directory, { auditor, ledger });
  const own = new Set(networks.map(({ place }) => place.account));
  // Only what is new is asked for: the whole recording of a file's bed grows long.
  let last = 0;
  const newCalls = async (since: number) => {
    const calls = await testbed.calls(since);
    last = Math.max(last, calls.at(-1)?.sequence ?? since);
    return calls.filter(call => own.has(call.account));
  };
  return {
    auditor,
    ledger,
    networks,
    directory,
    dump: () => dumpWorld(networks),
    async remove() {
      networks.forEach(({ client }) => client.destroy());
      await rm(directory, { recursive: true, force: true });
    },
    async run({ inputs = {}, interruption, env: more } = {}) {
      await newCalls(last);
      const start = last;
      const ended = await action.asStep({
        directory,
        env: { ...env, ...more },
        today: true,
        interruption,
        inputs: { ...inputsFor({ auditor, ledger }), ...inputs },
      });
      const recorded = await newCalls(start);
      return {
        ...ended,
        calls: recorded,
        writes: recorded.filter(({ write }) => write),
      };
    },
  };
}

/** The inputs as GitHub passes them, defaults included. */
function inputsFor({ auditor, ledger }: Pick<Pair, 'auditor' | 'ledger'>) {
  return {
    networks: stringify([auditor, ledger].map(networkEntry)),
    connections: stringify(CONNECTIONS),
    'act-as': 'both',
    mode: 'apply',
    state: 'present',
    timeout: '1',
  };
}

/** A network as the input `networks` names it, with the profile of its account. */
export function networkEntry({ name, place }: TestNetwork) {
  return { name, region: place.region, cluster: name, profile: name };
}

/** Each side's credentials under its own name, and none that a run could fall back on. */
async function profiles(
  testbed: TestbedControl,
  directory: string,
  sides: Pick<Pair, 'auditor' | 'ledger'>,
): Promise<Record<string, string>> {
  const file = join(directory, 'credentials');
  const texts = await Promise.all(
    Object.entries(sides).map(async ([name, { place }]) => {
      const env = await testbed.signIn(place.account);
      return [
        `[${name}]`,
        `aws_access_key_id = ${env.AWS_ACCESS_KEY_ID}`,
        `aws_secret_access_key = ${env.AWS_SECRET_ACCESS_KEY}`,
        `aws_session_token = ${env.AWS_SESSION_TOKEN}`,
      ].join('\n');
    }),
  );
  await writeFile(file, `${texts.join('\n\n')}\n`);
  return {
    AWS_ENDPOINT_URL: testbed.url,
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: file,
    AWS_EC2_METADATA_DISABLED: 'true',
  };
}
