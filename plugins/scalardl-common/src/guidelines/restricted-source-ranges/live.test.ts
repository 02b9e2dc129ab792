import { read } from '../../facts/fact';
import type { LiveFactName, LiveFacts } from '../../facts/live';
import {
  changed,
  healthyFacts,
  unread,
} from '../../facts/live/fixture/healthy.fixture';
import {
  rule,
  withBalancer,
  withGroup,
  withTargetGroups,
} from '../../facts/live/security/changes.fixture';
import { withCloudProvider } from '../../facts/live/security/cloudProvider.fixture';
import { judgeLive } from '../judge';
import { restrictedSourceRanges } from './restrictedSourceRanges';

const healthy = healthyFacts();
const ledger = 'ledger' as const;
const nodes = { side: ledger, id: 'sg-ledger-cluster' };
const balancer = { side: ledger, id: 'sg-ledger-balancer' };

function judge(facts: LiveFacts) {
  const [result] = judgeLive([restrictedSourceRanges], facts);
  const details = result?.subjects.map(({ id, detail }) => `${id}: ${detail}`);
  return {
    verdict: result?.verdict,
    text: [result?.reason, result?.observed, ...(details ?? [])].join('\n'),
  };
}

function balancerWith(rest: Parameters<typeof rule>[0]) {
  return withGroup(healthy, balancer, () => ({ ingress: [rule(rest)] }));
}

function nodesWith(facts: LiveFacts, rest: Parameters<typeof rule>[0]) {
  return withGroup(facts, nodes, ({ ingress }) => ({
    ingress: [...ingress, rule(rest)],
  }));
}

const groupless = withBalancer(healthy, ledger, () => ({
  securityGroupIds: [],
}));

describe('restricted-source-ranges, live', () => {
  it.each<[string, LiveFacts, string, string]>([
    [
      'ranges are named',
      healthy,
      'pass',
      'k8s-ledger :50051: port 50051: sg-ledger-balancer rule tcp 50051 from 10.1.0.0/20, 10.2.0.0/20',
    ],
    [
      'the controller’s default admits everybody',
      balancerWith({ ports: { from: 50051, to: 50051 }, cidrs: ['0.0.0.0/0'] }),
      'fail',
      'sg-ledger-balancer rule tcp 50051 from 0.0.0.0/0: everybody may call port 50051',
    ],
    [
      'two halves are everything',
      balancerWith({ cidrs: ['0.0.0.0/1', '128.0.0.0/1'] }),
      'fail',
      'everybody may call',
    ],
    [
      'two groups are everything together',
      withGroup(
        balancerWith({ cidrs: ['0.0.0.0/1'] }),
        { side: ledger, id: 'sg-ledger-backend' },
        () => ({ ingress: [rule({ cidrs: ['128.0.0.0/1'] })] }),
      ),
      'fail',
      'sg-ledger-backend rule tcp from 128.0.0.0/1 and sg-ledger-balancer rule tcp from 0.0.0.0/1: everybody',
    ],
    [
      'every IPv6 address is admitted',
      balancerWith({ ipv6Cidrs: ['::/0'] }),
      'fail',
      'from ::/0',
    ],
    [
      'everybody is admitted to another port',
      withGroup(healthy, balancer, ({ ingress }) => ({
        ingress: [
          ...ingress,
          rule({ ports: { from: 443, to: 443 }, cidrs: ['0.0.0.0/0'] }),
        ],
      })),
      'pass',
      'k8s-ledger :50051',
    ],
    [
      'a prefix list was not read',
      balancerWith({ prefixListIds: ['pl-1'] }),
      'unknown',
      'prefix list pl-1 was not read',
    ],
    [
      'a prefix list is everything',
      {
        ...balancerWith({ prefixListIds: ['pl-1'] }),
        ledger: {
          ...balancerWith({ prefixListIds: ['pl-1'] }).ledger,
          prefixLists: read([{ id: 'pl-1', cidrs: ['0.0.0.0/0'] }], 'ec2'),
        },
      },
      'fail',
      'from pl-1: everybody',
    ],
    [
      'the cloud provider opens node ports to everybody',
      withCloudProvider(healthy, { side: ledger, clients: ['0.0.0.0/0'] }),
      'fail',
      'sg-ledger-cluster rule tcp 30051 from 0.0.0.0/0 (kubernetes.io/rule/nlb/client=k8s-ledger): everybody may call port 30051',
    ],
    [
      'the cloud provider names ranges',
      withCloudProvider(healthy, { side: ledger, clients: ['10.2.0.0/20'] }),
      'pass',
      'k8s-ledger has no security group, so those of its targets decide',
    ],
    [
      'a load balancer without a group hides its callers',
      groupless,
      'fail',
      'k8s-ledger has no security group and hides its callers from its targets',
    ],
    [
      'nobody knows whether a load balancer without a group hides its callers',
      withTargetGroups(groupless, ledger, {
        preservesClientAddress: undefined,
      }),
      'unknown',
      'k8s-ledger has no security group',
    ],
    [
      'the nodes admit everybody on a port of the product',
      nodesWith(healthy, {
        ports: { from: 50000, to: 51000 },
        cidrs: ['0.0.0.0/0'],
      }),
      'fail',
      'sg-ledger-cluster rule tcp 50000-51000 from 0.0.0.0/0: everybody may call port 50051',
    ],
    [
      'the nodes admit everybody on the node port of something else',
      nodesWith(healthy, {
        ports: { from: 31234, to: 31234 },
        cidrs: ['0.0.0.0/0'],
      }),
      'fail',
      'everybody may call port 31234',
    ],
    [
      'two rules that overlap in node ports are everything there',
      nodesWith(
        nodesWith(healthy, {
          ports: { from: 30000, to: 31000 },
          cidrs: ['0.0.0.0/1'],
        }),
        { ports: { from: 30900, to: 32000 }, cidrs: ['128.0.0.0/1'] },
      ),
      'fail',
      'everybody may call port 30900',
    ],
    [
      'the nodes admit everybody on a port that is none of these',
      nodesWith(healthy, { ports: { from: 22, to: 22 }, cidrs: ['0.0.0.0/0'] }),
      'pass',
      'sg-ledger-cluster admit nobody but named ranges',
    ],
    [
      'the load balancer is none of the VPC',
      changed(healthy, { side: ledger, fact: 'loadBalancers' }, () => []),
      'unknown',
      'which is no network load balancer of the VPC',
    ],
    [
      'pods have IPv6 addresses',
      changed(healthy, { side: ledger, fact: 'cluster' }, cluster => ({
        ...cluster,
        ipFamily: 'ipv6' as const,
      })),
      'skipped',
      'IPv6 clusters are not judged',
    ],
  ])('where %s', (_, facts, verdict, text) => {
    expect(judge(facts).text).toContain(text);
    expect(judge(facts).verdict).toBe(verdict);
  });

  it.each<LiveFactName>([
    'cluster',
    'securityGroups',
    'networkInterfaces',
    'subnets',
    'nodes',
    'productPods',
    'properties',
    'services',
    'productDeployments',
    'loadBalancers',
  ])('is unknown where %s was not read', fact => {
    const { verdict, text } = judge(unread(healthy, { side: ledger, fact }));
    expect(verdict).toBe('unknown');
    expect(text).toContain(`${fact} was denied`);
  });

  it('finds machines by their tags where nodes were not read', () => {
    const open = nodesWith(healthy, { protocol: '-1', cidrs: ['0.0.0.0/0'] });
    expect(judge(unread(open, { side: ledger, fact: 'nodes' })).verdict).toBe(
      'fail',
    );
  });
});
