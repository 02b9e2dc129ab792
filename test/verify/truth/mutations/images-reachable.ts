import type { Mutation } from '../mutation.ts';
import { removeRoutes } from '../routes.ts';

export const mutations: Mutation[] = [
  {
    name: 'one subnet of nodes has no way out',
    guideline: 'images-reachable',
    apply: ({ ledger: { ec2, network } }) =>
      removeRoutes(ec2, {
        RouteTableId: network.privateTables[2],
        DestinationCidrBlock: '0.0.0.0/0',
        NatGatewayId: network.natGateways[2],
      }),
    expect: { 'images-reachable/ledger': 'fail' },
    observed: ({ ledger }) => ledger.network.privateTables[2] ?? '',
  },
  {
    name: 'one subnet of nodes has no way out but endpoints of ECR and S3',
    guideline: 'images-reachable',
    async apply({ auditor: { ec2, network, cluster } }) {
      const RouteTableId = network.privateTables[0] ?? '';
      const services = ['ecr.api', 'ecr.dkr'].map(name => ({
        ServiceName: `com.amazonaws.ap-northeast-1.${name}`,
        VpcEndpointType: 'Interface' as const,
        SubnetIds: [...network.privateSubnets],
        SecurityGroupIds: [cluster.clusterGroup],
        PrivateDnsEnabled: true,
      }));
      const store = {
        ServiceName: 'com.amazonaws.ap-northeast-1.s3',
        VpcEndpointType: 'Gateway' as const,
        RouteTableIds: [RouteTableId],
      };
      const made = await Promise.all(
        [...services, store].map(one =>
          ec2.createVpcEndpoint({ VpcId: network.vpcId, ...one }),
        ),
      );
      const route = await removeRoutes(ec2, {
        RouteTableId,
        DestinationCidrBlock: '0.0.0.0/0',
        NatGatewayId: network.natGateways[0],
      });
      const VpcEndpointIds = made.map(
        ({ VpcEndpoint }) => VpcEndpoint?.VpcEndpointId ?? '',
      );
      return async () => {
        await route();
        await ec2.deleteVpcEndpoints({ VpcEndpointIds });
      };
    },
    expect: { 'images-reachable/auditor': 'fail' },
    observed: 'is not in ECR',
  },
  {
    name: 'the NAT gateways stand in subnets that lead nowhere themselves',
    guideline: 'images-reachable',
    apply: ({ auditor: { ec2, network } }) =>
      removeRoutes(ec2, {
        RouteTableId: network.publicTable,
        DestinationCidrBlock: '0.0.0.0/0',
        GatewayId: network.internetGateway,
      }),
    expect: { 'images-reachable/auditor': 'fail' },
    observed: 'nat-',
  },
];
