import type { LiveFacts, LiveSubnet } from '../../facts/live';
import { healthyFacts } from '../../facts/live/fixture/healthy.fixture';
import { itJudges } from '../__testUtils__/itJudges';
import { denied, ofLedger } from '../__testUtils__/liveCases';
import { loadBalancerSubnetsReady } from './loadBalancerSubnetsReady';

const subnet = (id: string, change: Partial<LiveSubnet>, facts?: LiveFacts) =>
  ofLedger(
    'subnets',
    subnets =>
      subnets.map(each => (each.id === id ? { ...each, ...change } : each)),
    facts,
  );

const FIRST = 'subnet-ledger-private-0';

const untagged = ofLedger('subnets', subnets =>
  subnets.map(each => ({ ...each, tags: {} })),
);

const controller = (version: string) =>
  ofLedger(
    'workloads',
    workloads => [
      ...workloads,
      {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        namespace: 'kube-system',
        images: [`public.ecr.aws/eks/aws-load-balancer-controller:${version}`],
        labels: {},
        count: 1,
        desiredPods: 2,
        samples: ['aws-load-balancer-controller'],
      },
    ],
    untagged,
  );

const naming = (names: string) =>
  ofLedger('services', services =>
    services.map(service => ({
      ...service,
      metadata: {
        ...service.metadata,
        annotations: {
          ...service.metadata.annotations,
          'service.beta.kubernetes.io/aws-load-balancer-subnets': names,
        },
      },
    })),
  );

describe('load-balancer-subnets-ready', () => {
  itJudges(loadBalancerSubnetsReady, {
    'passes for a tagged subnet in every zone': {
      facts: healthyFacts(),
      verdict: 'pass',
      says: 'apne1-az4: subnet-ledger-private-0, tagged kubernetes.io/role/internal-elb, has 440 free addresses',
    },
    'passes for a tag without a value': {
      facts: subnet(FIRST, { tags: { 'kubernetes.io/role/internal-elb': '' } }),
      verdict: 'pass',
      says: 'apne1-az4: subnet-ledger-private-0, tagged',
    },
    'fails for one zone without a tag': {
      facts: subnet(FIRST, { tags: {} }),
      verdict: 'fail',
      says: 'subnet-ledger-private-0 has no tag kubernetes.io/role/internal-elb',
    },
    'fails for a tag that says no': {
      facts: subnet(FIRST, {
        tags: { 'kubernetes.io/role/internal-elb': '0' },
      }),
      verdict: 'fail',
      says: 'subnet-ledger-private-0 has the tag kubernetes.io/role/internal-elb with the value 0',
    },
    'fails for fewer than eight free addresses': {
      facts: subnet(FIRST, { availableAddresses: 7 }),
      verdict: 'fail',
      says: 'has 7 free addresses',
    },
    'passes for another subnet of the zone that serves': {
      facts: subnet(
        FIRST,
        { availableAddresses: 7 },
        ofLedger('subnets', subnets => [
          ...subnets,
          ...subnets
            .slice(0, 1)
            .map(each => ({ ...each, id: 'subnet-ledger-further' })),
        ]),
      ),
      verdict: 'pass',
      says: 'apne1-az4: subnet-ledger-further, tagged',
    },
    'fails for a subnet that is tagged for another cluster': {
      facts: subnet(FIRST, {
        tags: {
          'kubernetes.io/role/internal-elb': '1',
          'kubernetes.io/cluster/other': 'owned',
        },
      }),
      verdict: 'fail',
      says: 'tagged for another cluster, kubernetes.io/cluster/other',
    },
    'passes for a subnet that is tagged for both clusters': {
      facts: subnet(FIRST, {
        tags: {
          'kubernetes.io/role/internal-elb': '1',
          'kubernetes.io/cluster/other': 'shared',
          'kubernetes.io/cluster/pay-ledger': 'shared',
        },
      }),
      verdict: 'pass',
      says: 'apne1-az4: subnet-ledger-private-0, tagged',
    },
    'fails where only a public subnet is left in a zone': {
      facts: ofLedger('routeTables', tables =>
        tables
          .filter(({ id }) => id !== 'rtb-ledger-0')
          .map(table =>
            table.id === 'rtb-ledger-public'
              ? { ...table, subnetIds: [...table.subnetIds, FIRST] }
              : table,
          ),
      ),
      verdict: 'fail',
      says: 'apne1-az4: no private subnet',
    },
    'passes without any tag for a controller that looks at routes': {
      facts: controller('v2.13.4'),
      verdict: 'pass',
      says: 'subnet-ledger-private-0, found by its routes',
    },
    'fails without any tag for an older controller, compared as numbers': {
      facts: controller('v2.9.1'),
      verdict: 'fail',
      says: 'subnet-ledger-private-0 has no tag',
    },
    'is unknown without any tag where the controller is not known': {
      facts: untagged,
      verdict: 'unknown',
      says: 'whether the controller does without is not known',
    },
    'judges the subnets that the Service names': {
      facts: naming('subnet-ledger-private-0, subnet-ledger-private-1'),
      verdict: 'fail',
      says: 'apne1-az2: no private subnet',
    },
    'finds the subnets that the Service names by their names': {
      facts: ofLedger(
        'subnets',
        subnets =>
          subnets.map((each, index) => ({
            ...each,
            tags: { Name: `lb-${index}` },
          })),
        naming('lb-0, lb-1, lb-2'),
      ),
      verdict: 'pass',
      says: 'subnet-ledger-private-2, named by the Service',
    },
    'is unknown where the Services were not read': {
      facts: denied('services'),
      verdict: 'unknown',
      says: 'services was denied',
    },
    'is unknown where the subnets were not read': {
      facts: denied('subnets'),
      verdict: 'unknown',
      says: 'subnets was denied',
    },
  });
});
