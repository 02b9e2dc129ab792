import { AcceptVpcPeeringConnectionCommand } from '@aws-sdk/client-ec2';
import { call } from '../aws/account';
import { onceKnown, unlessDone } from '../aws/answers';
import type { Half } from '../link/link';

/** Accepted already, by another run. */
const DONE = ['InvalidStateTransition'];

/** A request that was just made is not known everywhere at once. */
export const UNKNOWN_YET = [
  'InvalidVpcPeeringConnectionID.NotFound',
  'InvalidVpcPeeringConnectionId.NotFound',
];

export function acceptPeering(
  { network: { account } }: Half,
  id: string,
): Promise<void> {
  return onceKnown(
    UNKNOWN_YET,
    () =>
      unlessDone(DONE, () =>
        call(
          account,
          { action: 'ec2:AcceptVpcPeeringConnection', about: `of ${id}` },
          () =>
            account.ec2.send(
              new AcceptVpcPeeringConnectionCommand({
                VpcPeeringConnectionId: id,
              }),
            ),
        ),
      ),
    account.deadline,
  );
}
