import type { LiveFacts } from '../../facts/live';
import { itJudges } from '../__testUtils__/itJudges';
import { denied, ofLedger } from '../__testUtils__/liveCases';
import { autoscalingSubnetsLargeEnough } from './autoscalingSubnetsLargeEnough';

/** Cluster Autoscaler, copied to a registry of one's own. */
const scaled = (facts?: LiveFacts, desiredPods = 1) =>
  ofLedger(
    'workloads',
    workloads => [
      ...workloads,
      {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        namespace: 'tools',
        images: [
          '111111111111.dkr.ecr.ap-northeast-1.amazonaws.com/cluster-autoscaler:v1.35.0',
        ],
        labels: {},
        count: 1,
        desiredPods,
        samples: ['autoscaler'],
      },
    ],
    facts,
  );

const subnet = (id: string, cidr: string) =>
  ofLedger('subnets', subnets =>
    subnets.map(each => (each.id === id ? { ...each, cidr } : each)),
  );

const fixed = ofLedger(
  'autoScalingGroups',
  groups => groups.map(group => ({ ...group, max: group.min })),
  ofLedger('nodeGroups', groups =>
    groups.map(group => ({
      ...group,
      scaling: { min: 3, desired: 3, max: 3 },
    })),
  ),
);

const nodePool = {
  apiVersion: 'karpenter.sh/v1',
  kind: 'NodePool',
  metadata: { name: 'default' },
};

describe('autoscaling-subnets-large-enough, live', () => {
  itJudges(autoscalingSubnetsLargeEnough, {
    'passes for subnets of a /23': {
      facts: scaled(),
      verdict: 'pass',
      says: 'subnet-ledger-private-0 is a /23',
    },
    'passes for a /24': {
      facts: scaled(subnet('subnet-ledger-private-1', '10.1.2.0/24')),
      verdict: 'pass',
      says: 'subnet-ledger-private-1 is a /24',
    },
    'fails for one smaller subnet': {
      facts: scaled(subnet('subnet-ledger-private-1', '10.1.2.0/25')),
      verdict: 'fail',
      says: 'subnet-ledger-private-1 is a /25',
    },
    'fails for a smaller subnet that only pods use': {
      facts: ofLedger(
        'eniConfigs',
        () => [
          {
            apiVersion: 'crd.k8s.amazonaws.com/v1alpha1',
            kind: 'ENIConfig',
            metadata: { name: 'ap-northeast-1a' },
            spec: { subnet: 'subnet-ledger-public-0' },
          },
        ],
        scaled(subnet('subnet-ledger-public-0', '10.1.6.0/26')),
      ),
      verdict: 'fail',
      says: 'subnet-ledger-public-0 is a /26 (ENIConfig ap-northeast-1a)',
    },
    'fails under Karpenter': {
      facts: ofLedger(
        'nodePools',
        () => [nodePool],
        subnet('subnet-ledger-private-1', '10.1.2.0/25'),
      ),
      verdict: 'fail',
      says: 'is a /25',
    },
    'fails under Auto Mode, which AWS tells without Kubernetes': {
      facts: denied(
        'workloads',
        ofLedger(
          'cluster',
          cluster => ({ ...cluster, autoMode: true }),
          subnet('subnet-ledger-private-1', '10.1.2.0/25'),
        ),
      ),
      verdict: 'fail',
      says: 'is a /25',
    },
    'is skipped where nothing adds nodes': {
      facts: ofLedger('workloads', workloads => workloads),
      verdict: 'skipped',
      says: 'nothing adds nodes',
    },
    'is skipped where Cluster Autoscaler is scaled to zero': {
      facts: scaled(undefined, 0),
      verdict: 'skipped',
      says: 'nothing adds nodes',
    },
    'is skipped where no group may grow': {
      facts: scaled(fixed),
      verdict: 'skipped',
      says: 'no group may grow',
    },
    'is skipped for an IPv6 cluster': {
      facts: ofLedger(
        'cluster',
        cluster => ({ ...cluster, ipFamily: 'ipv6' as const }),
        scaled(),
      ),
      verdict: 'skipped',
      says: 'IPv6 clusters are not judged',
    },
    'is unknown where it is not known what adds nodes': {
      facts: denied('workloads'),
      verdict: 'unknown',
      says: 'whether anything adds nodes is not known: workloads was denied',
    },
    'is unknown where it is not known which subnets pods use': {
      facts: denied('eniConfigs', scaled()),
      verdict: 'unknown',
      says: 'eniConfigs was denied',
    },
    'is unknown for a subnet whose range was not read': {
      facts: scaled(
        ofLedger('subnets', subnets =>
          subnets.filter(({ id }) => id !== 'subnet-ledger-private-1'),
        ),
      ),
      verdict: 'unknown',
      says: 'the range of subnet-ledger-private-1 is not known',
    },
    'is unknown where the subnets were not read': {
      facts: denied('subnets', scaled()),
      verdict: 'unknown',
      says: 'subnets was denied',
    },
  });
});
