import { onBed } from './onBed.ts';
import { CONNECTIONS, type Pair } from './pair.ts';
import { errorsOf } from './told.ts';

interface Bad {
  input: string;
  inputs: (pair: Pair) => Record<string, string>;
  env?: Record<string, string>;
  says: RegExp;
}

const NONE = { networks: '', connections: '' };

/** The lists of the pair, with one thing changed. */
function lists(network: object, connection: object = {}) {
  return ({ auditor, ledger }: Pair) => ({
    networks: JSON.stringify([
      {
        name: 'auditor',
        region: auditor.place.region,
        cluster: 'auditor',
        profile: 'auditor',
        ...network,
      },
      {
        name: 'ledger',
        region: ledger.place.region,
        cluster: 'ledger',
        profile: 'ledger',
      },
    ]),
    connections: JSON.stringify([{ ...CONNECTIONS[0], ...connection }]),
  });
}

const BAD: Bad[] = [
  {
    input: 'neither form',
    inputs: () => NONE,
    says: /^environment: expected the path of a scalardl\.yaml, or networks with connections instead; received neither\.$/,
  },
  {
    input: 'both forms',
    inputs: () => ({ environment: 'scalardl.yaml' }),
    says: /^environment: expected either environment or networks with connections, received environment and networks and connections\.$/,
  },
  {
    input: 'an unknown mode',
    inputs: () => ({ mode: 'try' }),
    says: /^mode: expected apply or plan, received "try"\.$/,
  },
  {
    input: 'an unknown half',
    inputs: () => ({ 'act-as': 'me' }),
    says: /^act-as: expected both or requester or accepter, received "me"\.$/,
  },
  {
    input: 'a bad timeout',
    inputs: () => ({ timeout: 'soon' }),
    says: /^timeout: expected whole minutes from 1 to 360, received "soon"\.$/,
  },
  {
    input: 'an input of the other form',
    inputs: () => ({ 'ledger-profile': 'x' }),
    says: /^ledger-profile: expected only with environment/,
  },
  {
    input: 'no YAML',
    inputs: () => ({ networks: '[{' }),
    says: /^networks: expected YAML: /,
  },
  {
    input: 'an unknown key',
    inputs: lists({ vpc: 'vpc-1' }),
    says: /^networks\[0\]: expected no key vpc; check its spelling\.$/,
  },
  {
    input: 'an unknown network',
    inputs: lists({}, { to: 'lodger' }),
    says: /^connections\[0\]\.to: expected the name of a network \(auditor, ledger\), received lodger\.$/,
  },
  {
    input: 'a bad port',
    inputs: lists({}, { ports: { to: [70000] } }),
    says: /^connections\[0\]\.ports\.to\[0\]: expected a port such as 50051, or a range such as "30000-32767", received 70000\.$/,
  },
  {
    input: 'two ways to find a VPC',
    inputs: lists({ vpcId: 'vpc-0123456789abcdef0' }),
    says: /^networks\[0\]: expected one of vpcId, cluster or tags, received vpcId and cluster\.$/,
  },
  {
    input: 'a wrong region',
    inputs: lists({ region: 'us-west-2' }),
    says: /^networks\[0\]: expected the cluster auditor in us-west-2, found none; check its name, the region and the credentials\.$/,
  },
  {
    input: 'a wrong account',
    inputs: lists({ account: '999999999999' }),
    says: /^networks\[0\]: expected credentials of account 999999999999, received the credentials of networks\[0\] \(profile auditor, eu-west-1\), which belong to \d{12}\.$/,
  },
  {
    input: 'a subnet of another VPC',
    inputs: lists({ subnets: ['subnet-0123456789abcdef0'] }),
    says: /^networks\[0\]\.subnets: expected subnets of this VPC, found no subnet-0123456789abcdef0 in it\.$/,
  },
  {
    input: 'a group of another VPC',
    inputs: lists({ securityGroups: ['sg-0123456789abcdef0'] }),
    says: /^networks\[0\]\.securityGroups: expected security groups of vpc-\w+, found no sg-0123456789abcdef0 in it\.$/,
  },
  {
    input: 'a profile that is not there',
    inputs: lists({ profile: 'nobody' }),
    says: /failed with the credentials of networks\[0\] \(profile nobody, eu-west-1\): CredentialsProviderError: .*Sign in to AWS before this step/,
  },
  {
    input: 'an endpoint where nobody listens',
    inputs: () => ({}),
    env: { AWS_ENDPOINT_URL: 'http://127.0.0.1:9' },
    says: /networks\[\d\] .* No answer came: check the region, AWS_ENDPOINT_URL and the network of the runner\.$/,
  },
];

onBed('create-peering with a bad input', bed => {
  let pair: Pair;
  beforeAll(async () => {
    pair = await bed().pair();
  });

  it.each(BAD)(
    'says one sentence on $input, and changes nothing',
    async ({ inputs, env, says }) => {
      const run = await pair.run({ inputs: inputs(pair), env });
      expect(errorsOf(run)).toEqual([expect.stringMatching(says)]);
      expect(run.exitCode).toBe(1);
      expect(run.writes).toEqual([]);
    },
  );
});
