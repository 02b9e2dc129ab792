import type { Side } from '../../../report/report';
import type {
  LiveGroupRule,
  LiveLoadBalancer,
  LiveNetworkAclEntry,
  LiveSecurityGroup,
  LiveTargetGroup,
} from '../aws';
import { changed } from '../fixture/healthy.fixture';
import type { LiveFacts } from '../liveFacts';
import type { KubernetesJson } from '../kubernetes';

/** A rule for TCP that admits nobody yet. */
export function rule(rest: Partial<LiveGroupRule>): LiveGroupRule {
  return {
    protocol: 'tcp',
    cidrs: [],
    ipv6Cidrs: [],
    prefixListIds: [],
    groups: [],
    ...rest,
  };
}

/** The facts with one security group of a side changed. */
export function withGroup(
  facts: LiveFacts,
  { side, id }: { side: Side; id: string },
  change: (group: LiveSecurityGroup) => Partial<LiveSecurityGroup>,
): LiveFacts {
  return changed(facts, { side, fact: 'securityGroups' }, groups =>
    groups.map(group =>
      group.id === id ? { ...group, ...change(group) } : group,
    ),
  );
}

/** The facts with every load balancer of a side changed. */
export function withBalancer(
  facts: LiveFacts,
  side: Side,
  change: (balancer: LiveLoadBalancer) => Partial<LiveLoadBalancer>,
): LiveFacts {
  return changed(facts, { side, fact: 'loadBalancers' }, balancers =>
    balancers.map(balancer => ({ ...balancer, ...change(balancer) })),
  );
}

/** The facts with every target group of a side's load balancers changed. */
export function withTargetGroups(
  facts: LiveFacts,
  side: Side,
  rest: Partial<LiveTargetGroup>,
): LiveFacts {
  return withBalancer(facts, side, ({ targetGroups }) => ({
    targetGroups: targetGroups.map(group => ({ ...group, ...rest })),
  }));
}

/** The facts with the spec of every Service of a side changed. */
export function withServiceSpec(
  facts: LiveFacts,
  side: Side,
  rest: Readonly<Record<string, unknown>>,
): LiveFacts {
  return changed(facts, { side, fact: 'services' }, services =>
    services.map(service => ({
      ...service,
      spec: { ...service.spec, ...rest },
    })),
  );
}

/** The facts with no other NetworkPolicy than this for the pods of one component of a side. */
export function withPolicy(
  facts: LiveFacts,
  { side, component }: { side: Side; component: string },
  spec: Readonly<Record<string, unknown>>,
): LiveFacts {
  const policy: KubernetesJson = {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: `only-${component}`, namespace: `scalardl-${side}` },
    spec: {
      podSelector: { matchLabels: { 'app.kubernetes.io/app': component } },
      ...spec,
    },
  };
  return changed(facts, { side, fact: 'networkPolicies' }, policies => [
    ...policies.filter(
      ({ metadata }) => !metadata.name.endsWith(`-${component}`),
    ),
    policy,
  ]);
}

/** The facts with further entries in the network ACL of a side. */
export function withEntries(
  facts: LiveFacts,
  side: Side,
  entries: readonly Partial<LiveNetworkAclEntry>[],
): LiveFacts {
  return changed(facts, { side, fact: 'networkAcls' }, acls =>
    acls.map(acl => ({
      ...acl,
      entries: [
        ...acl.entries,
        ...entries.map(entry => ({
          ruleNumber: 50,
          egress: false,
          protocol: '6',
          cidr: '0.0.0.0/0',
          allow: false,
          ...entry,
        })),
      ],
    })),
  );
}
