import fc from 'fast-check';
import type { EnvironmentInput } from '@scalardl-on-eks/plugin-scalardl-common';
import {
  BLOCKS,
  applications,
  networks,
  rangesIn,
  resourceIds,
  runners,
  smallestPrefix,
} from './arbitraryNetworks';

type SpecInput = EnvironmentInput['spec'];
type SideInput = SpecInput['ledger'];

/** Types that hold `pods` product pods beside an Envoy pod. */
const TYPES = [
  { names: ['m7i.xlarge', 'm6i.xlarge'], pods: 1 },
  { names: ['m8i.xlarge'], pods: 1 },
  { names: ['r6i.xlarge'], pods: 1 },
  { names: ['c7i.2xlarge'], pods: 2 },
  { names: ['m7i.2xlarge'], pods: 2 },
] as const;

const REGIONS = ['ap-northeast-1', 'eu-central-1', 'us-east-1'] as const;

const ONE_ACCOUNT: SpecInput['waivers'] = [
  {
    guideline: 'separate-aws-accounts',
    reason: 'A test environment without customers.',
    owner: 'group:default/platform',
    expires: '2099-12-31',
  },
];

/** What the two sides of one environment must not have in common, or must. */
interface Frame {
  name: string;
  regions: readonly [string, string];
  accounts: readonly [string, string];
  storage: SideInput['database']['storage'];
  blocks: readonly number[];
}

/**
 * Random environments that are valid and follow every guideline of the plan stage. One AWS account for both
 * sides is only a recommendation set aside: it comes with its waiver.
 */
export function environments(): fc.Arbitrary<EnvironmentInput> {
  return frames().chain(frame =>
    fc
      .record({
        ledger: sides(frame, 0),
        auditor: sides(frame, 1),
        ledgerHost: fc.option(fc.constant(`ledger.${frame.name}.internal`), {
          nil: undefined,
        }),
        common: commonKeys(),
        applications: applications(frame.blocks.slice(2, 5)),
        runners: runners(frame.blocks.slice(5, 7)),
        serviceCidr: rangesIn('172.16.0.0/12', { largest: 16, smallest: 24 }),
        description: fc.option(fc.constant('For the property tests.'), {
          nil: undefined,
        }),
      })
      .map(({ ledger, auditor, ledgerHost, common, description, ...rest }) =>
        withoutUndefined({
          apiVersion: 'scalardl-on-eks/v1' as const,
          kind: 'Environment' as const,
          metadata: {
            name: frame.name,
            owner: `group:default/${frame.name}`,
            description,
          },
          spec: {
            ...common,
            ...rest,
            region: frame.regions[0],
            ledger,
            auditor: {
              ...auditor,
              ledgerHost,
              region:
                frame.regions[1] === frame.regions[0]
                  ? undefined
                  : frame.regions[1],
            },
            waivers: frame.accounts[0] === frame.accounts[1] ? ONE_ACCOUNT : [],
          },
        }),
      ),
  );
}

function frames(): fc.Arbitrary<Frame> {
  return fc.record({
    name: fc.nat(99_999).map(number => `team-${number}`),
    regions: fc.tuple(fc.constantFrom(...REGIONS), fc.constantFrom(...REGIONS)),
    accounts: fc
      .tuple(accountIds(), accountIds(), fc.boolean())
      .map(([one, other, same]) => [one, same ? one : other] as const),
    storage: fc.constantFrom('jdbc', 'dynamo', 'cassandra', 'cosmos'),
    blocks: fc.uniqueArray(fc.nat(BLOCKS - 1), {
      minLength: 7,
      maxLength: 7,
    }),
  });
}

function accountIds(): fc.Arbitrary<string> {
  return fc.nat(999_999_999).map(number => String(number).padStart(12, '10'));
}

function commonKeys() {
  return fc.record({
    actions: fc.constant({
      repository: 'scalardl-on-eks/scalardl-on-eks',
      ref: 'v0.1.0',
    }),
    kubernetesVersion: fc.constantFrom('1.35', '1.36'),
    eksctlVersion: fc.constant('0.230.0'),
    productVersion: fc.constantFrom('3.12.1', '3.13.0', '3.14.0'),
    licensing: fc.constantFrom('byol', 'awsMarketplace'),
    authentication: fc.constantFrom('hmac', 'digitalSignature'),
    tls: fc.constant({ enabled: true }),
    monitoring: fc.constant({ metrics: true, logs: true }),
  } as const);
}

function sides(frame: Frame, place: 0 | 1): fc.Arbitrary<SideInput> {
  const side = place === 0 ? 'ledger' : 'auditor';
  const region = frame.regions[place];
  const awsAccountId = frame.accounts[place];
  return workloads().chain(({ nodes, pods, zoneCount }) =>
    fc
      .record({
        network: networks({
          region,
          block: frame.blocks[place] ?? place,
          zoneCount,
          smallest: smallestPrefix(nodes, zoneCount),
        }),
        clusterName: fc.constantFrom(`${frame.name}-${side}`, `${side}1`),
        keyId: resourceIds().map(
          id => `11111111-2222-3333-4444-${id.slice(0, 12)}`,
        ),
        loadBalancerPorts: ports(),
        eksctl: fc.option(
          fc.constant({ metadata: { tags: { team: frame.name } } }),
          { nil: undefined },
        ),
      })
      .map(({ keyId, ...rest }) => ({
        ...rest,
        awsAccountId,
        endpoint: { access: 'private' as const },
        secretsEncryptionKeyArn: `arn:aws:kms:${region}:${awsAccountId}:key/${keyId}`,
        nodes,
        pods,
        database: database(frame, place),
      })),
  );
}

/** Nodes and pods that fit: room for the pods at the start, and for the most of them with a node to spare. */
function workloads() {
  return fc
    .record({
      type: fc.constantFrom(...TYPES),
      replicas: fc.integer({ min: 3, max: 8 }),
      envoyReplicas: fc.integer({ min: 3, max: 5 }),
      more: fc.option(fc.integer({ min: 0, max: 6 }), { nil: undefined }),
      extraDesired: fc.nat(2),
      extraMax: fc.integer({ min: 1, max: 3 }),
      zoneCount: fc.integer({ min: 3, max: 5 }),
      amiFamily: fc.constantFrom('AmazonLinux2023', 'Bottlerocket', undefined),
      volumeSizeGiB: fc.constantFrom(100, undefined),
    } as const)
    .map(({ type, replicas, envoyReplicas, more, zoneCount, ...rest }) => {
      const nodesFor = (count: number) =>
        Math.max(3, envoyReplicas, Math.ceil(count / type.pods));
      const desired = nodesFor(replicas) + rest.extraDesired;
      const most = nodesFor(replicas + (more ?? 0)) + rest.extraMax;
      const { amiFamily, volumeSizeGiB } = rest;
      return {
        zoneCount,
        nodes: {
          instanceTypes: [...type.names],
          min: 3,
          desired,
          max: Math.max(desired, most) + 1,
          amiFamily,
          volumeSizeGiB,
        },
        pods: {
          replicas,
          envoyReplicas,
          autoscaling:
            more === undefined ? undefined : { maxReplicas: replicas + more },
        },
      };
    });
}

function ports(): fc.Arbitrary<SideInput['loadBalancerPorts']> {
  const inner = [50053, 40053, 8080, 9001];
  return fc
    .uniqueArray(
      fc
        .integer({ min: 1024, max: 65535 })
        .filter(port => !inner.includes(port)),
      { minLength: 2, maxLength: 2 },
    )
    .map(([client = 50051, privileged = 50052]) => ({ client, privileged }));
}

function database(
  { name, regions, accounts, storage }: Frame,
  place: 0 | 1,
): SideInput['database'] {
  const side = place === 0 ? 'ledger' : 'auditor';
  const host = `${side}-${name}.db.internal`;
  const contactPoints = {
    jdbc: `jdbc:postgresql://${host}:5432/${side}`,
    // Two accounts or two regions keep DynamoDB tables apart; one of each would be one database.
    dynamo:
      accounts[0] === accounts[1] && regions[0] === regions[1]
        ? (['ap-northeast-2', 'ap-northeast-3'][place] ?? regions[place])
        : regions[place],
    cassandra: `a.${host},b.${host}`,
    cosmos: `https://${side}-${name}.documents.azure.com:443/`,
  };
  return {
    storage,
    contactPoints: contactPoints[storage],
    credentialsSecret: `${side}-credentials`,
  };
}

/** A person leaves a key out instead of writing nothing behind it. */
function withoutUndefined<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
