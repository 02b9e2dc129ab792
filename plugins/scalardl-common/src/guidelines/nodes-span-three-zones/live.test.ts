import type { LiveNode } from '../../facts/live';
import { healthyFacts } from '../../facts/live/fixture/healthy.fixture';
import { itJudges } from '../__testUtils__/itJudges';
import { denied, ofLedger } from '../__testUtils__/liveCases';
import { onFargate } from '../fargate.fixture';
import { nodesSpanThreeZones } from './nodesSpanThreeZones';

/** The third node, in `apne1-az2`, changed. */
const third = (change: Partial<LiveNode>) =>
  ofLedger('nodes', nodes =>
    nodes.map((node, index) => (index === 2 ? { ...node, ...change } : node)),
  );

describe('nodes-span-three-zones, live', () => {
  itJudges(nodesSpanThreeZones, {
    'passes for three zones, by their ids': {
      facts: healthyFacts(),
      verdict: 'pass',
      says: '3 zones: apne1-az1, apne1-az2, apne1-az4',
    },
    'fails for two zones': {
      facts: third({ zone: 'ap-northeast-1a', zoneId: 'apne1-az4' }),
      verdict: 'fail',
      says: '2 zones: apne1-az1, apne1-az4',
    },
    'does not count one zone twice, by its name and by its id': {
      facts: third({
        zone: 'ap-northeast-1a',
        zoneId: undefined,
        instanceId: 'i-ledger-0',
      }),
      verdict: 'fail',
      says: '2 zones: apne1-az1, apne1-az4',
    },
    'finds the id of a zone by the subnet of the machine': {
      facts: third({ zoneId: undefined, zone: undefined }),
      verdict: 'pass',
      says: '3 zones',
    },
    'does not count a Local Zone': {
      facts: third({ zone: 'us-west-2-lax-1a', zoneId: 'usw2-lax1-az1' }),
      verdict: 'fail',
      says: '2 zones',
    },
    'does not count a cordoned node': {
      facts: third({ unschedulable: true }),
      verdict: 'fail',
      says: '2 zones',
    },
    'does not count a node that is not ready': {
      facts: third({ ready: false }),
      verdict: 'fail',
      says: '2 zones',
    },
    'does not count a node with a taint that the product does not tolerate': {
      facts: third({
        taints: [{ key: 'gpu', value: 'yes', effect: 'NoSchedule' }],
      }),
      verdict: 'fail',
      says: '2 zones',
    },
    'does not count Fargate': {
      facts: third({
        labels: { 'eks.amazonaws.com/compute-type': 'fargate' },
      }),
      verdict: 'fail',
      says: '2 zones',
    },
    'is unknown where the zone of the third node is not known': {
      facts: third({
        zone: undefined,
        zoneId: undefined,
        instanceId: undefined,
      }),
      verdict: 'unknown',
      says: 'the zone of node-ledger-2 is not known',
    },
    'is unknown where it is not known which nodes the product takes': {
      facts: denied('productDeployments'),
      verdict: 'unknown',
      says: 'productDeployments was denied',
    },
    'fails in two zones whatever the product takes': {
      facts: denied(
        'productDeployments',
        third({ zone: 'ap-northeast-1a', zoneId: 'apne1-az4' }),
      ),
      verdict: 'fail',
      says: '2 zones',
    },
    'fails without any node': {
      facts: ofLedger('nodes', () => []),
      verdict: 'fail',
      says: 'no zone has a ready node',
    },
    'is unknown where the nodes were not read': {
      facts: denied('nodes'),
      verdict: 'unknown',
      says: 'nodes was denied',
    },
    'is skipped where the product runs on Fargate': {
      facts: onFargate(healthyFacts()),
      verdict: 'skipped',
      says: 'where each pod has a node to itself',
    },
  });
});
