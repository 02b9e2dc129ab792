import { AutoScaling } from '@aws-sdk/client-auto-scaling';
import { DynamoDB } from '@aws-sdk/client-dynamodb';
import { EC2 } from '@aws-sdk/client-ec2';
import { EKS } from '@aws-sdk/client-eks';
import { ElasticLoadBalancingV2 } from '@aws-sdk/client-elastic-load-balancing-v2';
import { RDS } from '@aws-sdk/client-rds';
import { clientOptions, type Place } from '../../testbed/awsClients.ts';
import type { TestbedControl } from '../../testbed/controlClient.ts';

/** Clients of an administrator of one account, in its region. */
export interface AwsClients {
  readonly ec2: EC2;
  readonly eks: EKS;
  readonly elb: ElasticLoadBalancingV2;
  readonly rds: RDS;
  readonly autoScaling: AutoScaling;
  readonly dynamodb: DynamoDB;
}

export async function awsClients(
  testbed: TestbedControl,
  place: Place,
): Promise<AwsClients> {
  const options = await clientOptions(testbed, place);
  return {
    ec2: new EC2(options),
    eks: new EKS(options),
    elb: new ElasticLoadBalancingV2(options),
    rds: new RDS(options),
    autoScaling: new AutoScaling(options),
    dynamodb: new DynamoDB(options),
  };
}

/** Ends their open connections. */
export function closeClients(clients: AwsClients): void {
  for (const client of Object.values(clients)) client.destroy();
}
