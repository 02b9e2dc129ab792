import { DescribeVpcPeeringConnectionsCommand } from '@aws-sdk/client-ec2';
import type { AwsClients } from './awsClients';

const LIVE = ['pending-acceptance', 'provisioning', 'active'];
const ENDS = ['requester-vpc-info.vpc-id', 'accepter-vpc-info.vpc-id'];

/** Ids of the live peering connections of a VPC, whichever end it is. */
export async function findPeerings(
  { ec2, call }: AwsClients,
  vpcId: string,
): Promise<string[]> {
  const found = await Promise.all(
    ENDS.map(Name =>
      call('ec2:DescribeVpcPeeringConnections', () =>
        ec2.send(
          new DescribeVpcPeeringConnectionsCommand({
            Filters: [
              { Name, Values: [vpcId] },
              { Name: 'status-code', Values: LIVE },
            ],
          }),
        ),
      ),
    ),
  );
  return found.flatMap(({ VpcPeeringConnections = [] }) =>
    VpcPeeringConnections.map(
      ({ VpcPeeringConnectionId = '' }) => VpcPeeringConnectionId,
    ),
  );
}
