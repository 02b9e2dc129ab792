import { DeleteRouteCommand, DeleteTagsCommand } from '@aws-sdk/client-ec2';
import { type Account, call } from '../aws/account';
import { together, unlessDone } from '../aws/answers';
import type { RouteChange } from './diffRoutes';
import { groupTables } from './groupTables';
import { markKey } from './mark';

/** Removes routes that this action made, and then their marks. */
export async function removeRoutes(
  account: Account,
  changes: readonly RouteChange[],
): Promise<void> {
  await together(
    changes
      .filter(change => change.action === 'remove' && change.hasRoute)
      .map(change => removeRoute(account, change)),
  );
  const marks = groupTables(
    changes.map(({ table, destination }) => ({
      table,
      tag: { Key: markKey(destination) },
    })),
  );
  await together(
    marks.map(({ tables, tags }) =>
      call(
        account,
        { action: 'ec2:DeleteTags', about: `on ${tables.join(', ')}` },
        () =>
          account.ec2.send(
            new DeleteTagsCommand({ Resources: tables, Tags: tags }),
          ),
      ),
    ),
  );
}

function removeRoute(
  account: Account,
  { table, destination }: RouteChange,
): Promise<void> {
  const about = `for ${destination} in ${table}`;
  return unlessDone(['InvalidRoute.NotFound'], () =>
    call(account, { action: 'ec2:DeleteRoute', about }, () =>
      account.ec2.send(
        new DeleteRouteCommand({
          RouteTableId: table,
          DestinationCidrBlock: destination,
        }),
      ),
    ),
  );
}
