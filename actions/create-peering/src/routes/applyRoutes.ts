import {
  CreateRouteCommand,
  CreateTagsCommand,
  ReplaceRouteCommand,
} from '@aws-sdk/client-ec2';
import { type Account, call } from '../aws/account';
import { onceKnown, together, unlessDone } from '../aws/answers';
import type { RouteChange } from './diffRoutes';
import { groupTables } from './groupTables';
import { markKey, markValue } from './mark';
import { removeRoutes } from './removeRoutes';

export interface RouteOrder {
  connection: string;
  /** Where new routes lead. */
  peering: string;
  changes: readonly RouteChange[];
}

/**
 * Marks first and then makes, and removes first and then takes the mark away: a run that ends in between
 * leaves a mark without a route, never a route that nobody knows again.
 */
export async function applyRoutes(
  account: Account,
  order: RouteOrder,
): Promise<void> {
  const wanted = order.changes.filter(({ action }) => action !== 'remove');
  const left = order.changes.filter(({ action }) => action === 'remove');
  await together([
    makeRoutes(account, { ...order, changes: wanted }),
    removeRoutes(account, left),
  ]);
}

async function makeRoutes(account: Account, order: RouteOrder): Promise<void> {
  const marks = groupTables(order.changes.map(change => markOf(change, order)));
  await together(
    marks.map(({ tables, tags }) =>
      call(
        account,
        { action: 'ec2:CreateTags', about: `on ${tables.join(', ')}` },
        () =>
          account.ec2.send(
            new CreateTagsCommand({ Resources: tables, Tags: tags }),
          ),
      ),
    ),
  );
  await together(
    order.changes.map(change => makeRoute(account, change, order.peering)),
  );
}

function markOf(change: RouteChange, { connection, peering }: RouteOrder) {
  const older = change.action === 'replace' ? change.peerings : [];
  const peerings = [...new Set([peering, ...older])];
  return {
    table: change.table,
    tag: {
      Key: markKey(change.destination),
      Value: markValue({ connection, peerings }),
    },
  };
}

/** A fresh peering is not known everywhere at once, nor that it is active. */
const NOT_YET = [
  'InvalidVpcPeeringConnectionID.NotFound',
  'InvalidVpcPeeringConnectionId.NotFound',
  'InvalidStateTransition',
  'OperationNotPermitted',
];

function makeRoute(
  account: Account,
  { action, table, destination }: RouteChange,
  peering: string,
): Promise<void> {
  const route = {
    RouteTableId: table,
    DestinationCidrBlock: destination,
    VpcPeeringConnectionId: peering,
  };
  const about = `for ${destination} in ${table}`;
  const send = async () => {
    if (action === 'replace') {
      await call(account, { action: 'ec2:ReplaceRoute', about }, () =>
        account.ec2.send(new ReplaceRouteCommand(route)),
      );
    } else {
      await call(account, { action: 'ec2:CreateRoute', about }, () =>
        account.ec2.send(new CreateRouteCommand(route)),
      );
    }
  };
  return onceKnown(
    NOT_YET,
    () => unlessDone(['RouteAlreadyExists'], send),
    account.deadline,
  );
}
