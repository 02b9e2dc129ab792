import {
  changed,
  healthyFacts,
  unread,
} from '../../facts/live/fixture/healthy.fixture';
import { address } from '../../facts/live/fixture/place.fixture';
import { AUDITOR, LEDGER } from '../../facts/live/fixture/side.fixture';
import type { LiveFactName, LiveFacts } from '../../facts/live';
import {
  rule,
  withBalancer,
  withGroup,
  withPolicy,
  withServiceSpec,
  withTargetGroups,
} from '../../facts/live/security/changes.fixture';
import { withCloudProvider } from '../../facts/live/security/cloudProvider.fixture';
import { read } from '../../facts/fact';
import { readProperties } from '../../facts/properties';
import type { Side } from '../../report/report';
import { judgeLive } from '../judge';
import { auditorReachesLedger } from './auditorReachesLedger';

const ledger = 'ledger' as const;
const balancer = { side: ledger, id: 'sg-ledger-balancer' };
const nodes = { side: ledger, id: 'sg-ledger-cluster' };

function judge(facts: LiveFacts) {
  const [result] = judgeLive([auditorReachesLedger], facts);
  const details = result?.subjects.map(({ detail }) => detail).join('\n');
  return { ...result, text: [result?.reason, details].join('\n') };
}

function admitting(...cidrs: string[]) {
  return () => ({
    ingress: [rule({ ports: { from: 50051, to: 50052 }, cidrs })],
  });
}

/** The healthy pair, in which Ledger listens elsewhere. */
function withProperty(facts: LiveFacts, line: string): LiveFacts {
  const whole = { file: 'ledger.properties', line: 1, column: 1 };
  const properties = readProperties(line, { whole, locateLine: () => whole });
  return changed(facts, { side: ledger, fact: 'properties' }, () => properties);
}

function withTargets(
  facts: LiveFacts,
  change: (target: { id: string; port: number; state: string }) => {
    id: string;
    port: number;
    state: string;
  },
) {
  return changed(facts, { side: ledger, fact: 'targetHealth' }, groups =>
    groups.map(group => ({ ...group, targets: group.targets.map(change) })),
  );
}

const healthy = healthyFacts();

describe('auditor-reaches-ledger, live', () => {
  it('passes for the healthy pair, naming the rules that admit', () => {
    expect(judge(healthy)).toMatchObject({
      verdict: 'pass',
      scope: 'pair',
      observed:
        'sg-ledger-balancer rule tcp 50051 from 10.1.0.0/20, 10.2.0.0/20 admits Auditor nodes in subnet-auditor-private-0',
    });
  });

  it.each<[string, LiveFacts, string, string]>([
    [
      'half of the Auditor’s subnets are admitted',
      withGroup(healthy, balancer, admitting('10.2.0.0/22')),
      'fail',
      'no rule of sg-ledger-balancer, sg-ledger-backend admits tcp 50051 from Auditor nodes in subnet-auditor-private-2 10.2.4.0-10.2.5.255',
    ],
    [
      'several ranges admit them together',
      withGroup(
        healthy,
        balancer,
        admitting('10.2.0.0/23', '10.2.2.0/24', '10.2.3.0/24', '10.2.4.0/23'),
      ),
      'pass',
      'sg-ledger-balancer',
    ],
    [
      'one port is left out',
      withGroup(healthy, balancer, () => ({
        ingress: [
          rule({ ports: { from: 50051, to: 50051 }, cidrs: ['10.2.0.0/20'] }),
        ],
      })),
      'fail',
      'admits tcp 50052',
    ],
    [
      'a rule for all protocols admits them',
      withGroup(healthy, balancer, () => ({
        ingress: [rule({ protocol: '-1', cidrs: ['10.0.0.0/8'] })],
      })),
      'pass',
      'sg-ledger-balancer rule all from 10.0.0.0/8',
    ],
    [
      'another group of the load balancer admits them',
      withGroup(
        withGroup(healthy, balancer, () => ({ ingress: [] })),
        { side: ledger, id: 'sg-ledger-backend' },
        admitting('10.2.0.0/20'),
      ),
      'pass',
      'sg-ledger-backend rule tcp 50051-50052',
    ],
    [
      'only IPv6 is admitted',
      withGroup(healthy, balancer, () => ({
        ingress: [rule({ ipv6Cidrs: ['::/0'] })],
      })),
      'fail',
      'no rule of sg-ledger-balancer',
    ],
    [
      'a group of the Auditor is named across the active peering',
      withGroup(healthy, balancer, () => ({
        ingress: [
          rule({
            groups: [
              {
                groupId: 'sg-auditor-cluster',
                peeringId: 'pcx-1',
                peeringStatus: 'active',
              },
            ],
          }),
        ],
      })),
      'pass',
      'sg-ledger-balancer rule tcp from sg-auditor-cluster',
    ],
    [
      'that reference is stale',
      withGroup(healthy, balancer, () => ({
        ingress: [
          rule({
            groups: [
              {
                groupId: 'sg-auditor-cluster',
                peeringId: 'pcx-0',
                peeringStatus: 'deleted',
              },
            ],
          }),
        ],
      })),
      'fail',
      'no rule of sg-ledger-balancer',
    ],
    [
      'the group named is one that the nodes of the Auditor do not hold',
      withGroup(healthy, balancer, () => ({
        ingress: [
          rule({
            groups: [
              {
                groupId: 'sg-auditor-backend',
                peeringId: 'pcx-1',
                peeringStatus: 'active',
              },
            ],
          }),
        ],
      })),
      'fail',
      'no rule of sg-ledger-balancer',
    ],
    [
      'the nodes do not admit the load balancer',
      withGroup(healthy, nodes, ({ ingress }) => ({
        ingress: ingress.slice(0, 1),
      })),
      'fail',
      'no rule of sg-ledger-cluster admits tcp 50051 from load balancer k8s-ledger 10.1.0.20',
    ],
    [
      'the nodes admit its addresses instead of its group',
      withGroup(healthy, nodes, ({ ingress }) => ({
        ingress: [
          ...ingress.slice(0, 1),
          rule({ ports: { from: 50051, to: 50052 }, cidrs: ['10.1.0.0/20'] }),
        ],
      })),
      'pass',
      'sg-ledger-cluster rule tcp 50051-50052 from 10.1.0.0/20',
    ],
    [
      'the load balancer may not call its targets',
      withGroup(
        withGroup(healthy, balancer, () => ({ egress: [] })),
        { side: ledger, id: 'sg-ledger-backend' },
        () => ({ egress: [] }),
      ),
      'fail',
      'no rule of sg-ledger-balancer, sg-ledger-backend admits tcp 50051 to targets of k8s-ledger',
    ],
    [
      'the self rule of the nodes is gone, so that Envoy does not reach Ledger on another node',
      withGroup(healthy, nodes, ({ ingress }) => ({
        ingress: ingress.slice(1),
      })),
      'fail',
      'no rule of sg-ledger-cluster admits tcp 50051 from Ledger nodes',
    ],
    [
      'the Auditor has nodes in a subnet whose range is not admitted (custom networking)',
      changed(
        changed(healthy, { side: 'auditor', fact: 'subnets' }, subnets => [
          ...subnets,
          ...subnets.slice(0, 1).map(first => ({
            ...first,
            id: 'subnet-pods',
            cidr: '100.64.0.0/20',
          })),
        ]),
        { side: 'auditor', fact: 'networkInterfaces' },
        interfaces => [
          ...interfaces,
          ...interfaces.slice(0, 1).map(first => ({
            ...first,
            id: 'eni-pods',
            subnetId: 'subnet-pods',
          })),
        ],
      ),
      'fail',
      'Auditor nodes in subnet-pods 100.64.0.0-100.64.15.255',
    ],
    [
      'a node on which no pod of the product may run is elsewhere',
      changed(
        changed(healthy, { side: 'auditor', fact: 'nodes' }, list => [
          ...list,
          ...list.slice(0, 1).map(first => ({
            ...first,
            name: 'node-other',
            instanceId: 'i-other',
            taints: [{ key: 'monitoring', value: '1', effect: 'NoSchedule' }],
          })),
        ]),
        { side: 'auditor', fact: 'networkInterfaces' },
        interfaces => [
          ...interfaces,
          ...interfaces.slice(0, 1).map(first => ({
            ...first,
            id: 'eni-other',
            instanceId: 'i-other',
            groupIds: ['sg-other'],
          })),
        ],
      ),
      'pass',
      'Auditor nodes in subnet-auditor-private-0',
    ],
    [
      'the Service has no load balancer yet',
      changed(healthy, { side: ledger, fact: 'services' }, services =>
        services.map(service => ({ ...service, status: { loadBalancer: {} } })),
      ),
      'fail',
      'has no load balancer yet',
    ],
    [
      'the Service is none for callers',
      withServiceSpec(healthy, ledger, { type: 'ClusterIP' }),
      'fail',
      'no port of a load balancer leads to 50051: Service scalardl-ledger/scalardl-ledger-envoy is ClusterIP',
    ],
    [
      'the status names a load balancer that is gone',
      changed(healthy, { side: ledger, fact: 'loadBalancers' }, () => []),
      'fail',
      'is no network load balancer of the VPC',
    ],
    [
      'the load balancer is still being made',
      withBalancer(healthy, ledger, () => ({ state: 'provisioning' })),
      'fail',
      'is provisioning',
    ],
    [
      'a listener is missing',
      withBalancer(healthy, ledger, ({ listeners }) => ({
        listeners: listeners.slice(0, 1),
      })),
      'fail',
      'has no listener for TCP on 50052, only TCP 50051',
    ],
    [
      'Ledger listens on a port to which nothing leads',
      withProperty(healthy, 'scalar.dl.ledger.server.privileged_port=60052'),
      'fail',
      'no port of a load balancer leads to 60052',
    ],
    [
      'a port of Ledger comes from the environment',
      withProperty(healthy, 'scalar.dl.ledger.server.port=${env:PORT}'),
      'unknown',
      'is set by an environment variable',
    ],
    [
      'the load balancer listens on other ports than the pods, which the rules follow',
      withGroup(
        withBalancer(
          withServiceSpec(healthy, ledger, {
            ports: [
              { name: 'envoy', port: 60051, targetPort: 50051 },
              { name: 'envoy-priv', port: 60052, targetPort: 50052 },
            ],
          }),
          ledger,
          ({ listeners }) => ({
            listeners: listeners.map(each => ({
              ...each,
              port: each.port + 10000,
            })),
          }),
        ),
        balancer,
        () => ({
          ingress: [
            rule({ ports: { from: 60051, to: 60052 }, cidrs: ['10.2.0.0/20'] }),
          ],
        }),
      ),
      'pass',
      'tcp 60051-60052',
    ],
    [
      'the load balancer faces the internet, so that callers have public addresses',
      withBalancer(healthy, ledger, () => ({ scheme: 'internet-facing' })),
      'unknown',
      'the load balancer faces the internet',
    ],
    [
      'a NetworkPolicy of Envoy leaves the load balancer out',
      withPolicy(
        healthy,
        { side: ledger, component: 'envoy' },
        {
          ingress: [{ from: [{ ipBlock: { cidr: '10.2.0.0/20' } }] }],
        },
      ),
      'fail',
      'NetworkPolicies refuse Envoy pods from 10.1.0.20/32',
    ],
    [
      'a NetworkPolicy of Ledger admits Envoy by its labels',
      withPolicy(
        healthy,
        { side: ledger, component: 'ledger' },
        {
          ingress: [
            {
              from: [
                {
                  podSelector: {
                    matchLabels: { 'app.kubernetes.io/app': 'envoy' },
                  },
                },
              ],
            },
          ],
        },
      ),
      'pass',
      'NetworkPolicies admit Ledger pods from Envoy pods',
    ],
    [
      'a NetworkPolicy of Ledger admits the range of all nodes',
      withPolicy(
        healthy,
        { side: ledger, component: 'ledger' },
        {
          ingress: [{ from: [{ ipBlock: { cidr: '10.1.0.0/20' } }] }],
        },
      ),
      'pass',
      'NetworkPolicies admit',
    ],
    [
      'a NetworkPolicy of Ledger admits other pods only',
      withPolicy(
        healthy,
        { side: ledger, component: 'ledger' },
        {
          ingress: [
            { from: [{ podSelector: { matchLabels: { app: 'other' } } }] },
          ],
        },
      ),
      'fail',
      'NetworkPolicies refuse Ledger pods from Envoy pods',
    ],
    [
      'client addresses are preserved, which the nodes need not admit beside the load balancer’s group',
      withTargetGroups(healthy, ledger, { preservesClientAddress: true }),
      'pass',
      'sg-ledger-cluster rule tcp 50051-50052 from sg-ledger-backend',
    ],
    [
      'nobody knows whether client addresses are preserved, and a policy admits the load balancer only',
      withPolicy(
        withTargetGroups(healthy, ledger, {
          preservesClientAddress: undefined,
        }),
        { side: ledger, component: 'envoy' },
        { ingress: [{ from: [{ ipBlock: { cidr: '10.1.0.0/20' } }] }] },
      ),
      'unknown',
      'NetworkPolicies refuse Envoy pods',
    ],
    [
      'nobody knows whether client addresses are preserved, and a policy refuses the load balancer too',
      withPolicy(
        withTargetGroups(healthy, ledger, {
          preservesClientAddress: undefined,
        }),
        { side: ledger, component: 'envoy' },
        { ingress: [{ from: [{ ipBlock: { cidr: '10.2.0.0/20' } }] }] },
      ),
      'fail',
      'NetworkPolicies refuse Envoy pods from 10.1.0.20/32',
    ],
    [
      'the subnets of the load balancer are not among those that were read',
      withBalancer(healthy, ledger, () => ({
        subnetIds: ['subnet-elsewhere'],
      })),
      'unknown',
      'no IPv4 address of load balancer k8s-ledger is known',
    ],
    [
      'no target is registered',
      changed(healthy, { side: ledger, fact: 'targetHealth' }, groups =>
        groups.map(group => ({ ...group, targets: [] })),
      ),
      'unknown',
      'no target is registered behind k8s-ledger :50051',
    ],
    [
      'a target is on its way out',
      changed(healthy, { side: ledger, fact: 'targetHealth' }, groups =>
        groups.map(group => ({
          ...group,
          targets: [
            ...group.targets,
            { id: '10.1.1.99', port: 1, state: 'draining' },
          ],
        })),
      ),
      'pass',
      'sg-ledger-cluster',
    ],
    [
      'a target has no interface that is seen',
      withTargets(healthy, target => ({ ...target, id: '10.9.9.9' })),
      'unknown',
      'no network interface of target 10.9.9.9 is seen',
    ],
    [
      'pods have an interface of their own, whose group does not admit the load balancer',
      changed(
        healthy,
        { side: ledger, fact: 'networkInterfaces' },
        interfaces => [
          ...interfaces,
          ...interfaces.slice(0, 1).map(first => ({
            ...first,
            id: 'eni-branch',
            instanceId: undefined,
            groupIds: ['sg-ledger-backend'],
            privateAddresses: [address(LEDGER, 0, 40)],
          })),
        ],
      ),
      'fail',
      'no rule of sg-ledger-backend admits tcp 50051 from load balancer k8s-ledger',
    ],
    [
      'all pods of Ledger and Envoy have interfaces of their own, and the groups of the nodes do not matter',
      withGroup(
        changed(
          withGroup(healthy, { side: ledger, id: 'sg-ledger-backend' }, () => ({
            ingress: [
              rule({
                ports: { from: 50051, to: 50052 },
                groups: [{ groupId: 'sg-ledger-backend' }],
              }),
            ],
          })),
          { side: ledger, fact: 'networkInterfaces' },
          interfaces => [
            ...interfaces,
            ...interfaces.slice(0, 3).map((each, index) => ({
              ...each,
              id: `eni-branch-${index}`,
              instanceId: undefined,
              groupIds: ['sg-ledger-backend'],
              privateAddresses: [address(LEDGER, index, 40)],
            })),
          ],
        ),
        nodes,
        () => ({ ingress: [] }),
      ),
      'pass',
      'sg-ledger-backend rule tcp 50051-50052 from sg-ledger-backend admits Ledger pods in subnet-ledger-private-0',
    ],
    [
      'the release is installed under another name than the environment says',
      {
        ...healthy,
        settings: {
          ...healthy.settings,
          release: {
            ...healthy.settings.release,
            ledger: { name: 'other', namespace: 'elsewhere' },
          },
        },
      },
      'pass',
      'sg-ledger-balancer',
    ],
    [
      'Deployments have no labels of the charts but known images',
      changed(
        changed(healthy, { side: ledger, fact: 'productDeployments' }, list =>
          list.map(deployment => {
            const template = deployment.spec?.template as { spec: object };
            const labels = { app: deployment.metadata.name };
            const spec = {
              ...deployment.spec,
              template: { ...template, metadata: { labels } },
            };
            return { ...deployment, spec };
          }),
        ),
        { side: ledger, fact: 'services' },
        services =>
          services.map(service => ({
            ...service,
            spec: {
              ...service.spec,
              selector: { app: 'scalardl-ledger-envoy' },
            },
          })),
      ),
      'pass',
      'sg-ledger-balancer',
    ],
    [
      'pods have addresses of a prefix that is delegated to the interface of their node',
      changed(
        healthy,
        { side: ledger, fact: 'networkInterfaces' },
        interfaces =>
          interfaces.map((each, index) => ({
            ...each,
            prefixes: each.instanceId ? [`10.1.${index * 2}.32/28`] : [],
          })),
      ),
      'pass',
      'sg-ledger-cluster',
    ],
    [
      'Ledger is not deployed',
      changed(healthy, { side: ledger, fact: 'productDeployments' }, () => []),
      'skipped',
      'Ledger is not deployed',
    ],
    [
      'the Auditor’s cluster gives its pods IPv6 addresses',
      changed(healthy, { side: 'auditor', fact: 'cluster' }, cluster => ({
        ...cluster,
        ipFamily: 'ipv6' as const,
      })),
      'skipped',
      'IPv6 clusters are not judged',
    ],
  ])('where %s', (_, facts, verdict, text) => {
    const result = judge(facts);
    expect(result.text).toContain(text);
    expect(result.verdict).toBe(verdict);
  });

  describe('with a load balancer of the cloud provider', () => {
    const clients = [AUDITOR.cidr];

    it('passes where the nodes admit callers on the node ports', () => {
      const facts = withCloudProvider(healthy, { side: ledger, clients });
      expect(judge(facts).text).toContain(
        'sg-ledger-cluster rule tcp 30051 from 10.2.0.0/20 admits Auditor nodes',
      );
      expect(judge(facts).verdict).toBe('pass');
    });

    it.each<[string, LiveFacts, string, string]>([
      [
        'the nodes admit half of the callers',
        withCloudProvider(healthy, { side: ledger, clients: ['10.2.0.0/22'] }),
        'fail',
        'no rule of sg-ledger-cluster admits tcp 30051 from Auditor nodes in subnet-auditor-private-2',
      ],
      [
        'the nodes admit the group of callers, which does not work through it',
        withGroup(
          withCloudProvider(healthy, { side: ledger, clients }),
          nodes,
          ({ ingress }) => ({
            ingress: [
              ...ingress.slice(0, 1),
              rule({
                groups: [
                  {
                    groupId: 'sg-auditor-cluster',
                    peeringId: 'pcx-1',
                    peeringStatus: 'active',
                  },
                ],
              }),
            ],
          }),
        ),
        'fail',
        'no rule of sg-ledger-cluster admits tcp 30051',
      ],
      [
        'it hides the callers, and the nodes admit them only',
        withTargetGroups(
          withCloudProvider(healthy, { side: ledger, clients }),
          ledger,
          { preservesClientAddress: false },
        ),
        'fail',
        'from load balancer k8s-ledger 10.1.0.20',
      ],
      [
        'nobody knows whether it hides the callers',
        withTargetGroups(
          withCloudProvider(healthy, { side: ledger, clients }),
          ledger,
          { preservesClientAddress: undefined },
        ),
        'unknown',
        'either sg-ledger-cluster rule tcp 30051',
      ],
      [
        'a policy admits the callers, which the nodes hide behind their own addresses',
        withPolicy(
          withCloudProvider(healthy, { side: ledger, clients }),
          { side: ledger, component: 'envoy' },
          { ingress: [{ from: [{ ipBlock: { cidr: AUDITOR.cidr } }] }] },
        ),
        'fail',
        'NetworkPolicies refuse Envoy pods from 10.1.0.0/23',
      ],
      [
        'nodes pass connections to their own pods only, so that a policy must admit the callers',
        withServiceSpec(
          withPolicy(
            withCloudProvider(healthy, { side: ledger, clients }),
            { side: ledger, component: 'envoy' },
            { ingress: [{ from: [{ ipBlock: { cidr: '10.0.0.0/8' } }] }] },
          ),
          ledger,
          { externalTrafficPolicy: 'Local' },
        ),
        'pass',
        'NetworkPolicies admit Envoy pods from 10.1.0.20/32, 10.1.2.20/32, 10.1.4.20/32, 10.2.0.0/23',
      ],
      [
        'a node has two interfaces with different groups',
        changed(
          withCloudProvider(healthy, { side: ledger, clients }),
          { side: ledger, fact: 'networkInterfaces' },
          interfaces => [
            ...interfaces,
            ...interfaces.slice(0, 1).map(first => ({
              ...first,
              id: 'eni-second',
              groupIds: ['sg-ledger-backend'],
            })),
          ],
        ),
        'fail',
        'no rule of sg-ledger-backend admits',
      ],
    ])('where %s', (_, facts, verdict, text) => {
      const result = judge(facts);
      expect(result.text).toContain(text);
      expect(result.verdict).toBe(verdict);
    });
  });

  it.each<[Side, LiveFactName]>([
    ['ledger', 'cluster'],
    ['ledger', 'services'],
    ['ledger', 'productDeployments'],
    ['ledger', 'properties'],
    ['ledger', 'loadBalancers'],
    ['ledger', 'targetHealth'],
    ['ledger', 'securityGroups'],
    ['ledger', 'networkInterfaces'],
    ['ledger', 'subnets'],
    ['ledger', 'nodes'],
    ['ledger', 'productPods'],
    ['ledger', 'networkPolicies'],
    ['auditor', 'cluster'],
    ['auditor', 'nodes'],
    ['auditor', 'productPods'],
    ['auditor', 'productDeployments'],
    ['auditor', 'networkInterfaces'],
    ['auditor', 'subnets'],
  ])('is unknown where of %s %s was not read', (side, fact) => {
    const result = judge(unread(healthy, { side, fact }));
    expect(result.verdict).toBe('unknown');
    expect(result.reason).toContain(`${fact} was denied`);
  });

  it.each<[Side, LiveFactName]>([
    ['ledger', 'prefixLists'],
    ['auditor', 'loadBalancers'],
    ['auditor', 'securityGroups'],
    ['auditor', 'services'],
  ])('does without %s %s', (side, fact) => {
    expect(judge(unread(healthy, { side, fact })).verdict).toBe('pass');
  });

  it('fails on the load balancer even where nothing behind it was read', () => {
    const refusing = withGroup(healthy, balancer, () => ({ ingress: [] }));
    const facts = ['targetHealth', 'networkPolicies'].reduce(
      (before, fact) =>
        unread(before, { side: ledger, fact: fact as LiveFactName }),
      refusing,
    );
    expect(judge(facts).verdict).toBe('fail');
  });

  it('needs a prefix list only where it alone may admit the callers', () => {
    const named = withGroup(healthy, balancer, () => ({
      ingress: [rule({ prefixListIds: ['pl-1'] })],
    }));
    const lists = [{ id: 'pl-1', cidrs: [AUDITOR.cidr] }];
    const known = {
      ...named,
      ledger: { ...named.ledger, prefixLists: read(lists, 'ec2') },
    };
    expect(judge(known).verdict).toBe('pass');
    expect(judge(named).verdict).toBe('unknown');
    expect(judge(named).text).toContain('prefix list pl-1 was not read');
  });
});
