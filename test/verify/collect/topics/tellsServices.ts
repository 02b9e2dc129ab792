/* eslint-disable jest/no-export, jest/require-top-level-describe -- defines tests for the suite that calls it */
import { valueIn } from '../valueIn.ts';
import type { Told } from './tellsFacts.ts';

/** What stands before and behind the product. */
export function tellsServices({ facts, side }: Told): void {
  it('tell the load balancers of the network and how their targets are', () => {
    const { balancer, network, cluster } = side();
    expect(valueIn(facts(), 'loadBalancers')).toEqual([
      {
        arn: balancer.arn,
        name: `k8s-${cluster}`,
        dnsName: expect.stringContaining('.elb.eu-central-1.amazonaws.com'),
        type: 'network',
        scheme: 'internal',
        state: 'active',
        ipAddressType: 'ipv4',
        securityGroupIds: [network.group],
        subnetIds: network.privateSubnets,
        listeners: [
          {
            port: 50051,
            protocol: 'TCP',
            targetGroupArns: [balancer.targetGroup],
          },
        ],
        targetGroups: [
          {
            arn: balancer.targetGroup,
            port: 50051,
            protocol: 'TCP',
            targetType: 'ip',
            preservesClientAddress: false,
          },
        ],
        tags: { 'elbv2.k8s.aws/cluster': cluster },
      },
    ]);
    expect(valueIn(facts(), 'targetHealth')).toEqual([
      {
        targetGroupArn: balancer.targetGroup,
        targets: [
          expect.objectContaining({
            id: '10.1.3.10',
            port: 50051,
            state: 'healthy',
          }),
        ],
      },
    ]);
  });

  it('tell the databases, machines and clusters', () => {
    const databases = valueIn(facts(), 'databases');
    expect(databases).toEqual(
      expect.arrayContaining([
        {
          kind: 'instance',
          id: 'books',
          engine: 'postgres',
          hosts: [expect.stringMatching(/^books\..*\.rds\.amazonaws\.com$/)],
          port: 5432,
          backupRetentionDays: 7,
          publiclyAccessible: true,
          vpcId: side().network.vpcId,
          encrypted: true,
        },
        expect.objectContaining({
          kind: 'cluster',
          id: 'aurora',
          backupRetentionDays: 3,
        }),
        expect.objectContaining({ id: 'aurora-1', clusterId: 'aurora' }),
      ]),
    );
    const aurora = databases.find(({ id }) => id === 'aurora');
    expect(aurora?.hosts).toHaveLength(2);
  });

  it("tell the product's tables and no others", () => {
    expect(valueIn(facts(), 'tables')).toEqual([
      {
        name: 'coordinator.state',
        region: 'eu-central-1',
        pointInTimeRecovery: false,
      },
      {
        name: 'scalar.asset',
        region: 'eu-central-1',
        pointInTimeRecovery: true,
      },
    ]);
  });
}
