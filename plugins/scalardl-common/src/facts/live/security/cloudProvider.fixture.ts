import type { Side } from '../../../report/report';
import { changed } from '../fixture/healthy.fixture';
import type { LiveFacts } from '../liveFacts';

/** The node port that stands for a port of the pods in the worlds of these fixtures. */
export function nodePortOf(port: number): number {
  return 30000 + (port % 1000);
}

/**
 * The pair with a load balancer of the cloud provider on one side: no security group, nodes as targets, the
 * callers' addresses preserved, and rules of the nodes' group for these ranges.
 */
export function withCloudProvider(
  facts: LiveFacts,
  { side, clients }: { side: Side; clients: readonly string[] },
): LiveFacts {
  const services = changed(facts, { side, fact: 'services' }, list =>
    list.map(service => ({ ...service, spec: withNodePorts(service.spec) })),
  );
  const balancers = changed(services, { side, fact: 'loadBalancers' }, list =>
    list.map(balancer => ({
      ...balancer,
      securityGroupIds: [],
      tags: {
        [`kubernetes.io/cluster/pay-${side}`]: 'owned',
        'kubernetes.io/service-name':
          balancer.tags['service.k8s.aws/stack'] ?? '',
      },
      targetGroups: balancer.targetGroups.map(group => ({
        ...group,
        port: nodePortOf(group.port),
        targetType: 'instance',
        preservesClientAddress: true,
      })),
    })),
  );
  const targets = changed(balancers, { side, fact: 'targetHealth' }, list =>
    list.map(group => ({
      ...group,
      targets: group.targets.map(({ port, state }, index) => ({
        id: `i-${side}-${index}`,
        port: nodePortOf(port),
        state,
      })),
    })),
  );
  return changed(targets, { side, fact: 'securityGroups' }, groups =>
    groups.map(group =>
      group.id === `sg-${side}-cluster`
        ? {
            ...group,
            ingress: [
              ...group.ingress.slice(0, 1),
              ...clientRules(targets, side, clients),
            ],
          }
        : group,
    ),
  );
}

function withNodePorts(spec: Record<string, unknown> | undefined) {
  const ports = spec?.ports as { port: number }[];
  return {
    ...spec,
    loadBalancerClass: undefined,
    ports: ports.map(each => ({ ...each, nodePort: nodePortOf(each.port) })),
  };
}

function clientRules(facts: LiveFacts, side: Side, clients: readonly string[]) {
  const health = facts[side].targetHealth;
  const ports = health.ok
    ? health.value.flatMap(({ targets }) => targets.map(({ port }) => port))
    : [];
  return [...new Set(ports)].map(port => ({
    protocol: 'tcp',
    ports: { from: port, to: port },
    cidrs: [...clients],
    ipv6Cidrs: [],
    prefixListIds: [],
    groups: [],
    description: `kubernetes.io/rule/nlb/client=k8s-${side}`,
  }));
}
