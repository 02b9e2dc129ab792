import { readPlanFacts } from '../facts/readPlanFacts';
import { guidelines } from './index';
import { judgePlan } from './judge';

/** A ClusterConfig of somebody who never heard of this project, and nothing else. */
const BARE = `
apiVersion: eksctl.io/v1alpha5
kind: ClusterConfig
metadata: {name: ledger, region: eu-west-1, version: "1.35"}
nodeGroups:
  - name: workers
    instanceType: t3.large
    desiredCapacity: 2
`;

const CAREFUL = `
apiVersion: eksctl.io/v1alpha5
kind: ClusterConfig
metadata: {name: ledger, region: eu-west-1, version: "1.35"}
availabilityZones: [eu-west-1a, eu-west-1b, eu-west-1c]
vpc: {cidr: 10.7.0.0/20, nat: {gateway: HighlyAvailable}}
managedNodeGroups:
  - name: workers
    instanceType: m7i.xlarge
    desiredCapacity: 3
    privateNetworking: true
    volumeSize: 80
    volumeEncrypted: true
`;

function verdicts(clusterConfig: string): Record<string, string> {
  const facts = readPlanFacts(
    { 'clusters/ledger.yaml': clusterConfig },
    { today: '2026-11-23' },
  );
  return Object.fromEntries(
    judgePlan(guidelines, facts)
      .filter(({ scope }) => scope === 'ledger')
      .map(({ guideline, verdict }) => [guideline, verdict]),
  );
}

describe('a ClusterConfig without any other file', () => {
  it('fails where eksctl’s own defaults are not good enough', () => {
    expect(verdicts(BARE)).toMatchObject({
      'three-worker-nodes': 'fail',
      'nodes-large-enough': 'fail',
      'private-worker-subnets': 'fail',
      'nat-gateway-per-zone': 'fail',
      'node-volumes-encrypted': 'fail',
      'imdsv2-required': 'pass',
      'supported-ami-family': 'pass',
      'nodes-span-three-zones': 'unknown',
      'subnet-address-headroom': 'unknown',
      'autoscaling-subnets-large-enough': 'unknown',
    });
  });

  it('passes what the file alone proves', () => {
    expect(verdicts(CAREFUL)).toMatchObject({
      'three-worker-nodes': 'pass',
      'nodes-large-enough': 'pass',
      'private-worker-subnets': 'pass',
      'nat-gateway-per-zone': 'pass',
      'node-volumes-encrypted': 'pass',
      'nodes-span-three-zones': 'pass',
      'subnet-address-headroom': 'pass',
      'images-reachable': 'pass',
    });
  });

  it('proves nothing about what was not given', () => {
    const others = [
      'three-product-pods',
      'product-pods-spread',
      'pods-span-zones',
      'rollout-capacity',
      'pod-disruption-budgets',
      'envoy-replicated-and-spread',
      'byol-resource-requests',
      'marketplace-resource-limits',
      'restricted-source-ranges',
      'internal-load-balancer',
      'administrative-ports-closed',
      'network-policies-enforced',
      'no-application-workloads',
      'one-product-per-cluster',
    ];
    const found = verdicts(CAREFUL);
    expect(others.filter(id => found[id] !== 'unknown')).toEqual([]);
  });
});
