import type { LiveFacts, LiveNetworkInterface } from '../../facts/live';
import { healthyFacts } from '../../facts/live/fixture/healthy.fixture';
import { itJudges } from '../__testUtils__/itJudges';
import { denied, ofLedger } from '../__testUtils__/liveCases';
import { onFargate } from '../fargate.fixture';
import { subnetAddressHeadroom } from './subnetAddressHeadroom';

const free = (availableAddresses: number, facts?: LiveFacts) =>
  ofLedger(
    'subnets',
    subnets => subnets.map(subnet => ({ ...subnet, availableAddresses })),
    facts,
  );

/** The interface of the first node, with more addresses or prefixes. */
const firstNode = (change: Partial<LiveNetworkInterface>, facts?: LiveFacts) =>
  ofLedger(
    'networkInterfaces',
    interfaces =>
      interfaces.map(each =>
        each.id === 'eni-ledger-node-0' ? { ...each, ...change } : each,
      ),
    facts,
  );

const addresses = (count: number) =>
  Array.from({ length: count }, (_, index) => `10.1.0.${index + 10}`);

const cni = (configuration: object, facts?: LiveFacts) =>
  ofLedger(
    'addons',
    addons =>
      addons.map(addon =>
        addon.name === 'vpc-cni'
          ? { ...addon, configuration: JSON.stringify({ env: configuration }) }
          : addon,
      ),
    facts,
  );

const PREFIXES = { ENABLE_PREFIX_DELEGATION: 'true' };

/** An interface that is not the cluster's, with one address in each of so many blocks of sixteen. */
const scattered = (blocks: number, facts: LiveFacts) =>
  ofLedger(
    'networkInterfaces',
    interfaces => [
      ...interfaces,
      ...interfaces.slice(0, 1).map(each => ({
        ...each,
        id: 'eni-foreign',
        instanceId: undefined,
        privateAddresses: Array.from(
          { length: blocks },
          (_, index) =>
            `10.1.${Math.floor((index + 2) / 16)}.${((index + 2) % 16) * 16}`,
        ),
      })),
    ],
    facts,
  );

const custom = (cidr: string) => {
  const own = { AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG: 'true' };
  return cni(
    own,
    ofLedger(
      'eniConfigs',
      () =>
        [0, 1, 2].map(index => ({
          apiVersion: 'crd.k8s.amazonaws.com/v1alpha1',
          kind: 'ENIConfig',
          metadata: { name: `zone-${index}` },
          spec: { subnet: `subnet-pods-${index}` },
        })),
      ofLedger('subnets', subnets => [
        ...subnets,
        ...subnets.slice(0, 3).map((subnet, index) => ({
          ...subnet,
          id: `subnet-pods-${index}`,
          cidr,
          availableAddresses: cidr.endsWith('/24') ? 251 : 507,
        })),
      ]),
    ),
  );
};

describe('subnet-address-headroom, live', () => {
  itJudges(subnetAddressHeadroom, {
    'passes where the largest size fits': {
      facts: healthyFacts(),
      verdict: 'pass',
      says: 'subnet-ledger-private-0 has 440 free addresses and 2 of the cluster, 350 are needed',
    },
    'fails where too few are free': {
      facts: free(300),
      verdict: 'fail',
      says: 'subnet-ledger-private-0 has 300 free addresses and 2 of the cluster, 350 are needed',
    },
    'passes where few are free because the cluster has them already': {
      facts: ofLedger(
        'networkInterfaces',
        interfaces =>
          interfaces.map(each =>
            each.type === 'interface'
              ? { ...each, privateAddresses: addresses(60) }
              : each,
          ),
        free(290),
      ),
      verdict: 'pass',
      says: '290 free addresses and 61 of the cluster',
    },
    'does not count what others have': {
      facts: firstNode(
        { privateAddresses: addresses(60), instanceId: 'i-foreign' },
        free(290),
      ),
      verdict: 'fail',
      says: '290 free addresses and 1 of the cluster',
    },
    'fails for a group that may grow further': {
      facts: ofLedger('nodeGroups', groups =>
        groups.map(group => ({
          ...group,
          scaling: { ...group.scaling, max: 12 },
        })),
      ),
      verdict: 'fail',
      says: '506 are needed',
    },
    'counts a group of our own with the managed ones': {
      facts: ofLedger(
        'autoScalingGroups',
        groups => [
          ...groups,
          {
            name: 'own',
            min: 0,
            max: 6,
            desired: 0,
            subnetIds: ['subnet-ledger-private-0'],
            tags: {},
          },
        ],
        ofLedger('instances', instances => [
          ...instances,
          ...instances.slice(0, 1).map(instance => ({
            ...instance,
            id: 'i-own',
            tags: { 'aws:autoscaling:groupName': 'own' },
          })),
        ]),
      ),
      verdict: 'fail',
      says: 'subnet-ledger-private-0 has 440 free addresses',
    },
    'is unknown for a group of our own whose machines are not known': {
      facts: ofLedger('autoScalingGroups', groups => [
        ...groups,
        { name: 'own', min: 0, max: 6, desired: 0, tags: {} },
      ]),
      verdict: 'unknown',
      says: 'the machines or the subnets of own are not known',
    },
    'counts the type with the most addresses': {
      facts: ofLedger(
        'instanceTypes',
        types => [
          ...types,
          ...types.map(type => ({
            ...type,
            type: 'm8i.xlarge',
            ipv4PerInterface: 30,
          })),
        ],
        ofLedger('nodeGroups', groups =>
          groups.map(group => ({
            ...group,
            instanceTypes: ['m7i.xlarge', 'm8i.xlarge'],
          })),
        ),
      ),
      verdict: 'fail',
      says: '662 are needed',
    },
    'is unknown with warm targets, between few and many pods': {
      facts: cni({ WARM_IP_TARGET: '2', MINIMUM_IP_TARGET: '10' }, free(200)),
      verdict: 'unknown',
      says: 'are needed with the 5 that AWS keeps, depending on where and how many pods run',
    },
    'passes with whole blocks for prefix delegation': {
      facts: cni(PREFIXES, free(505)),
      verdict: 'pass',
      says: 'subnet-ledger-private-0 has 29 free blocks of 16',
    },
    'fails where the free addresses stand in broken blocks': {
      facts: cni(PREFIXES, scattered(25, free(480))),
      verdict: 'fail',
      says: 'subnet-ledger-private-0 has 4 free blocks of 16',
    },
    'is unknown where interfaces that are not seen may break blocks': {
      facts: cni(PREFIXES, free(490)),
      verdict: 'unknown',
      says: 'subnet-ledger-private-0 has 14 to 29 free blocks of 16',
    },
    'believes the DaemonSet that runs before the add-on': {
      facts: ofLedger(
        'daemonSets',
        daemonSets => [
          ...daemonSets,
          {
            apiVersion: 'apps/v1',
            kind: 'DaemonSet',
            metadata: { name: 'aws-node', namespace: 'kube-system' },
            spec: {
              template: {
                spec: {
                  containers: [
                    {
                      name: 'aws-node',
                      env: [{ name: 'WARM_IP_TARGET', value: '2' }],
                    },
                  ],
                },
              },
            },
          },
        ],
        free(200),
      ),
      verdict: 'unknown',
      says: '2 of the cluster',
    },
    'passes with pods in larger subnets by custom networking': {
      facts: custom('100.64.0.0/23'),
      verdict: 'pass',
      says: 'subnet-pods-0 has 507 free addresses',
    },
    'needs little of the nodes’ subnets under custom networking': {
      facts: custom('100.64.0.0/23'),
      verdict: 'pass',
      says: 'subnet-ledger-private-0 has 440 free addresses and 2 of the cluster, 43 are needed',
    },
    'fails for a pod subnet that is too small': {
      facts: ofLedger(
        'nodeGroups',
        groups =>
          groups.map(group => ({
            ...group,
            scaling: { ...group.scaling, max: 9 },
          })),
        custom('100.64.0.0/24'),
      ),
      verdict: 'fail',
      says: 'subnet-pods-0 has 251 free addresses and 0 of the cluster, 299 are needed',
    },
    'is unknown for pods that share their zone with a tagged subnet': {
      facts: free(
        200,
        ofLedger('subnets', subnets =>
          subnets.map(subnet =>
            subnet.id.startsWith('subnet-ledger-public-')
              ? { ...subnet, tags: { 'kubernetes.io/role/cni': '1' } }
              : subnet,
          ),
        ),
      ),
      verdict: 'unknown',
      says: '43 to 350 are needed',
    },
    'is unknown under Karpenter': {
      facts: ofLedger('nodePools', () => [
        {
          apiVersion: 'karpenter.sh/v1',
          kind: 'NodePool',
          metadata: { name: 'default' },
        },
      ]),
      verdict: 'unknown',
      says: 'how many nodes the NodePool default starts',
    },
    'is unknown under Auto Mode': {
      facts: ofLedger('cluster', cluster => ({ ...cluster, autoMode: true })),
      verdict: 'unknown',
      says: 'how many nodes EKS Auto Mode starts',
    },
    'is unknown with another network plugin': {
      facts: ofLedger('addons', addons =>
        addons.filter(({ name }) => name !== 'vpc-cni'),
      ),
      verdict: 'unknown',
      says: 'the cluster has no VPC CNI',
    },
    'is unknown where the settings of the VPC CNI were not read': {
      facts: denied('daemonSets'),
      verdict: 'unknown',
      says: 'daemonSets was denied',
    },
    'is unknown where the instance types were not read': {
      facts: denied('instanceTypes'),
      verdict: 'unknown',
      says: 'instanceTypes was denied',
    },
    'is unknown where the interfaces were not read': {
      facts: denied('networkInterfaces'),
      verdict: 'unknown',
      says: 'networkInterfaces was denied',
    },
    'is skipped without groups': {
      facts: ofLedger(
        'nodeGroups',
        () => [],
        ofLedger('autoScalingGroups', () => []),
      ),
      verdict: 'skipped',
      says: 'no node groups',
    },
    'is skipped for an IPv6 cluster': {
      facts: ofLedger('cluster', cluster => ({
        ...cluster,
        ipFamily: 'ipv6' as const,
      })),
      verdict: 'skipped',
      says: 'IPv6 clusters are not judged',
    },
    'is unknown where the product runs on Fargate': {
      facts: onFargate(healthyFacts()),
      verdict: 'unknown',
      says: 'how many nodes AWS Fargate starts',
    },
  });
});
