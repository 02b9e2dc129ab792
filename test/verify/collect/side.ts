import { AutoScaling } from '@aws-sdk/client-auto-scaling';
import { DynamoDB } from '@aws-sdk/client-dynamodb';
import { EC2 } from '@aws-sdk/client-ec2';
import { EKS } from '@aws-sdk/client-eks';
import { ElasticLoadBalancingV2 } from '@aws-sdk/client-elastic-load-balancing-v2';
import { RDS } from '@aws-sdk/client-rds';
import { Route53 } from '@aws-sdk/client-route-53';
import type { Side } from '@scalardl-on-eks/plugin-scalardl-common';
import {
  type TestNetwork,
  createNetwork,
} from '../../actions/create-peering/network.ts';
import { type Place, clientOptions } from '../../testbed/awsClients.ts';
import type { TestbedControl } from '../../testbed/controlClient.ts';

/** How an administrator of a side's account calls AWS. */
export interface Administrator {
  readonly ec2: EC2;
  readonly eks: EKS;
  readonly elb: ElasticLoadBalancingV2;
  readonly rds: RDS;
  readonly scaling: AutoScaling;
  readonly dynamo: DynamoDB;
  readonly dns: Route53;
}

/** A side that is being built: a network of three zones and a cluster in its private subnets. */
export interface WorldSide {
  readonly side: Side;
  readonly place: Place;
  readonly cluster: string;
  readonly cidr: string;
  readonly network: TestNetwork;
  readonly admin: Administrator;
}

export interface SideWish {
  side: Side;
  place: Place;
  cidr: string;
  secondary?: string;
}

export async function createSide(
  testbed: TestbedControl,
  wish: SideWish,
): Promise<WorldSide> {
  const { side, place, cidr } = wish;
  const cluster = `pay-${side}`;
  const options = await clientOptions(testbed, place);
  return {
    ...{ side, place, cidr, cluster },
    network: await createNetwork(testbed, {
      ...wish,
      name: cluster,
      cluster: true,
    }),
    admin: {
      ec2: new EC2(options),
      eks: new EKS(options),
      elb: new ElasticLoadBalancingV2(options),
      rds: new RDS(options),
      scaling: new AutoScaling(options),
      dynamo: new DynamoDB(options),
      dns: new Route53(options),
    },
  };
}
