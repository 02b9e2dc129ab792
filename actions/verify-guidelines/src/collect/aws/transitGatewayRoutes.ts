import type {
  SearchTransitGatewayRoutesResult,
  TransitGatewayRoute,
} from '@aws-sdk/client-ec2';
import type { LiveTransitGatewayRoute } from '@scalardl-on-eks/plugin-scalardl-common';
import { present } from './present';

/**
 * The routes of a transit gateway's table, out of every page that AWS gives.
 *
 * @throws Error where AWS has more of them than it shows
 */
export function routesOf(
  tableId: string,
  pages: readonly SearchTransitGatewayRoutesResult[],
): LiveTransitGatewayRoute[] {
  const found = pages.flatMap(({ Routes = [] }) => Routes);
  if (pages.at(-1)?.AdditionalRoutesAvailable) {
    throw new Error(
      `ec2:SearchTransitGatewayRoutes of ${tableId}: AWS has more routes than the ${found.length} that it shows, and any of them may decide.`,
    );
  }
  return found.map(understand);
}

function understand(route: TransitGatewayRoute): LiveTransitGatewayRoute {
  const attachments = route.TransitGatewayAttachments ?? [];
  return {
    // A route of a prefix list is shown with each range of it.
    destination: route.DestinationCidrBlock ?? route.PrefixListId ?? '',
    attachmentIds: present(
      attachments.map(each => each.TransitGatewayAttachmentId),
    ),
    state: route.State === 'active' ? 'active' : 'blackhole',
    ...(route.Type === 'propagated' && { propagated: true }),
  };
}
