import { CreateVpcPeeringConnectionCommand } from '@aws-sdk/client-ec2';
import { call } from '../aws/account';
import { codeOf, isUncertain } from '../aws/answers';
import { toTags } from '../aws/tags';
import type { Counterpart, Network } from '../network/network';
import { NAME_TAG, ORIGIN_TAG } from './marks';

/**
 * Requests a peering, with its tags in the same call.
 *
 * There is no client token that would make a repetition harmless, so nothing is repeated here: where nobody
 * knows what became of the request, or AWS says that there is one already, the caller looks again.
 *
 * @returns the id; `undefined` where the caller has to look again
 */
export async function createPeering(
  network: Network,
  other: Counterpart & { vpcId: string },
  connection: string,
): Promise<string | undefined> {
  const { account, accountId, region, vpcId } = network;
  try {
    const { VpcPeeringConnection } = await call(
      account,
      {
        action: 'ec2:CreateVpcPeeringConnection',
        about: `from ${vpcId} to ${other.vpcId}`,
      },
      () =>
        account.ec2Once.send(
          new CreateVpcPeeringConnectionCommand({
            VpcId: vpcId,
            PeerVpcId: other.vpcId,
            PeerOwnerId:
              other.accountId === accountId ? undefined : other.accountId,
            PeerRegion: other.region === region ? undefined : other.region,
            TagSpecifications: [
              {
                ResourceType: 'vpc-peering-connection',
                Tags: toTags({
                  Name: connection,
                  [NAME_TAG]: connection,
                  [ORIGIN_TAG]: 'made',
                }),
              },
            ],
          }),
        ),
    );
    return VpcPeeringConnection?.VpcPeeringConnectionId;
  } catch (error) {
    const isThere = codeOf(error) === 'VpcPeeringConnectionAlreadyExists';
    if (isThere || isUncertain(error)) return undefined;
    throw error;
  }
}
