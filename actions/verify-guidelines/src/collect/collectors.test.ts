import type { LiveFactName } from '@scalardl-on-eks/plugin-scalardl-common';
import { COLLECTORS } from './collectors';

/** The compiler sees to it that none is missing; probes need both sides, so no collector of one of them asks. */
const EVERY_FACT: Record<Exclude<LiveFactName, 'probes'>, true> = {
  identity: true,
  cluster: true,
  clusterVersions: true,
  nodeGroups: true,
  addons: true,
  fargateProfiles: true,
  vpc: true,
  vpcDns: true,
  nameServers: true,
  privateZones: true,
  resolverRules: true,
  subnets: true,
  routeTables: true,
  networkAcls: true,
  securityGroups: true,
  networkInterfaces: true,
  prefixLists: true,
  peerings: true,
  transitGatewayAttachments: true,
  transitGatewayRouteTables: true,
  natGateways: true,
  vpcEndpoints: true,
  staleSecurityGroups: true,
  quotas: true,
  instances: true,
  instanceTypes: true,
  volumes: true,
  autoScalingGroups: true,
  loadBalancers: true,
  targetHealth: true,
  databases: true,
  tables: true,
  nodes: true,
  workloads: true,
  productDeployments: true,
  productPods: true,
  services: true,
  properties: true,
  envoyConfiguration: true,
  clusterDns: true,
  podAutoscalers: true,
  disruptionBudgets: true,
  networkPolicies: true,
  daemonSets: true,
  toolDeployments: true,
  productJobs: true,
  namespaces: true,
  monitors: true,
  nodePools: true,
  eniConfigs: true,
  autoscalerStatus: true,
  metricsApi: true,
  secrets: true,
};

type Waits = ReadonlyMap<string, readonly string[]>;

/** The facts that each one waits for. */
const WAITS: Waits = new Map(
  COLLECTORS.map(({ fact, needs = [], uses = [] }) => [
    fact,
    [...needs, ...uses],
  ]),
);

/** The facts on the way from one back to itself. */
function findCycle(
  waits: Waits,
  fact: string,
  way: readonly string[] = [],
): string[] {
  if (way.includes(fact)) return [...way.slice(way.indexOf(fact)), fact];
  for (const before of waits.get(fact) ?? []) {
    const cycle = findCycle(waits, before, [...way, fact]);
    if (cycle.length > 0) return cycle;
  }
  return [];
}

describe('COLLECTORS', () => {
  it('has one for each fact of a side', () => {
    expect(COLLECTORS.map(({ fact }) => fact).sort()).toEqual(
      Object.keys(EVERY_FACT).sort(),
    );
  });

  it('never has facts wait for each other', () => {
    const cycles = COLLECTORS.flatMap(({ fact }) => findCycle(WAITS, fact));
    expect(cycles).toEqual([]);
    // The search itself finds one where there is one.
    const closed = new Map(WAITS).set('cluster', ['volumes']);
    expect(findCycle(closed, 'cluster')).toContain('instances');
  });

  it.each(COLLECTORS.map(one => [one.fact, one] as const))(
    '%s says what it reads',
    (_, { aws = [], kubernetes = [] }) => {
      expect(aws.length + kubernetes.length).toBeGreaterThan(0);
    },
  );
});
