import { DeleteVpcPeeringConnectionCommand } from '@aws-sdk/client-ec2';
import { type Account, call } from '../aws/account';
import { unlessDone } from '../aws/answers';
import { UNKNOWN_YET } from './acceptPeering';

/** Deletes a peering, unless another run or the other account was faster. */
export function deletePeering(account: Account, id: string): Promise<void> {
  return unlessDone([...UNKNOWN_YET, 'InvalidStateTransition'], () =>
    call(
      account,
      { action: 'ec2:DeleteVpcPeeringConnection', about: `of ${id}` },
      () =>
        account.ec2.send(
          new DeleteVpcPeeringConnectionCommand({ VpcPeeringConnectionId: id }),
        ),
    ),
  );
}
