import type {
  LiveFactName,
  LiveFacts,
  LiveTargetHealth,
} from '../../facts/live';
import {
  changed,
  healthyFacts,
  unread,
} from '../../facts/live/fixture/healthy.fixture';
import {
  withBalancer,
  withServiceSpec,
} from '../../facts/live/security/changes.fixture';
import { withCloudProvider } from '../../facts/live/security/cloudProvider.fixture';
import { judgeLive } from '../judge';
import { loadBalancerTargetsHealthy } from './loadBalancerTargetsHealthy';

const healthy = healthyFacts();
const ledger = 'ledger' as const;

function judge(facts: LiveFacts) {
  const [result] = judgeLive([loadBalancerTargetsHealthy], facts);
  return {
    verdict: result?.verdict,
    text: [result?.reason, result?.observed].join('\n'),
  };
}

type Target = LiveTargetHealth['targets'][number];

/** Every target of the Ledger’s load balancer changed, by its place in the list. */
function targets(
  facts: LiveFacts,
  change: (target: Target, index: number, group: number) => Target,
): LiveFacts {
  return changed(facts, { side: ledger, fact: 'targetHealth' }, groups =>
    groups.map((group, number) => ({
      ...group,
      targets: group.targets.map((target, index) =>
        change(target, index, number),
      ),
    })),
  );
}

const first =
  (state: string, reason?: string) => (target: Target, index: number) =>
    index === 0 ? target : { ...target, state, reason };

const withoutZones = targets(healthy, target => ({
  ...target,
  zone: undefined,
}));

describe('load-balancer-targets-healthy, live', () => {
  it.each<[string, LiveFacts, string, string]>([
    [
      'all are healthy',
      healthy,
      'pass',
      'healthy in ap-northeast-1a, ap-northeast-1c, ap-northeast-1d',
    ],
    [
      'one zone is left',
      targets(healthy, first('unhealthy', 'Target.FailedHealthChecks')),
      'fail',
      'healthy in ap-northeast-1a; 2 unhealthy (Target.FailedHealthChecks)',
    ],
    [
      'others are still being registered',
      targets(healthy, first('initial')),
      'fail',
      '2 initial',
    ],
    [
      'others are on their way out',
      targets(healthy, first('draining')),
      'fail',
      '2 draining',
    ],
    [
      'others are in a zone that is not switched on',
      targets(healthy, first('unused', 'Target.InvalidState')),
      'fail',
      '2 unused (Target.InvalidState)',
    ],
    [
      'the second listener alone has none',
      targets(healthy, (target, _, group) =>
        group === 1 ? { ...target, state: 'unhealthy' } : target,
      ),
      'fail',
      'healthy in no zone; 3 unhealthy',
    ],
    [
      'two healthy targets are in one zone',
      targets(healthy, target => ({ ...target, zone: 'ap-northeast-1a' })),
      'fail',
      'healthy in ap-northeast-1a',
    ],
    [
      'nothing is registered',
      changed(healthy, { side: ledger, fact: 'targetHealth' }, groups =>
        groups.map(group => ({ ...group, targets: [] })),
      ),
      'fail',
      'healthy in no zone',
    ],
    [
      'a target group is missing among those that were read',
      changed(healthy, { side: ledger, fact: 'targetHealth' }, groups =>
        groups.slice(0, 1),
      ),
      'unknown',
      'was not read',
    ],
    [
      'zones follow from the subnets of addresses',
      withoutZones,
      'pass',
      'healthy in ap-northeast-1a',
    ],
    [
      'zones follow from the nodes of pods',
      changed(withoutZones, { side: ledger, fact: 'subnets' }, () => []),
      'pass',
      'healthy in ap-northeast-1a',
    ],
    [
      'zones of instances follow from their nodes',
      withCloudProvider(healthy, { side: ledger, clients: [] }),
      'pass',
      'healthy in ap-northeast-1a',
    ],
    [
      'no zone is told',
      ['subnets', 'productPods', 'nodes'].reduce(
        (before, fact) =>
          unread(before, { side: ledger, fact: fact as LiveFactName }),
        withoutZones,
      ),
      'unknown',
      'the zone of 3 healthy targets was not told',
    ],
    [
      'a load balancer beside the product’s has no healthy targets',
      changed(healthy, { side: ledger, fact: 'loadBalancers' }, balancers => [
        ...balancers,
        ...balancers.map(each => ({
          ...each,
          name: 'other',
          dnsName: 'other',
        })),
      ]),
      'pass',
      'healthy in',
    ],
    [
      'the Service asks for no load balancer',
      withServiceSpec(healthy, ledger, { type: 'ClusterIP' }),
      'skipped',
      'there is no load balancer in front of the product',
    ],
    [
      'a listener leads nowhere',
      withBalancer(healthy, ledger, ({ listeners }) => ({
        listeners: listeners.map(listener => ({
          ...listener,
          targetGroupArns: [],
        })),
      })),
      'fail',
      'healthy in no zone',
    ],
  ])('where %s', (_, facts, verdict, text) => {
    expect(judge(facts).text).toContain(text);
    expect(judge(facts).verdict).toBe(verdict);
  });

  it.each<LiveFactName>([
    'loadBalancers',
    'targetHealth',
    'services',
    'productDeployments',
  ])('is unknown where %s was not read', fact => {
    const { verdict, text } = judge(unread(healthy, { side: ledger, fact }));
    expect(verdict).toBe('unknown');
    expect(text).toContain(`${fact} was denied`);
  });

  it('does without nodes where AWS tells the zones', () => {
    expect(
      judge(unread(healthy, { side: ledger, fact: 'nodes' })).verdict,
    ).toBe('pass');
  });
});
