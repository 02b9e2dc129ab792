import { present } from '../../testbed/awsClients.ts';
import { peerApplication } from '../world/connections.ts';
import { until } from '../world/waiting.ts';
import type { Sides, WorldSide } from '../world/world.ts';
import type { OtherWorld } from './otherWorld.ts';

const NO_PEERING = {
  verdict: 'skipped',
  says: 'no active peering joins the two VPCs',
} as const;

export const overTransitGateway: OtherWorld = {
  title: 'A transit gateway instead of a peering',
  about:
    'A transit gateway of the Ledger’s account joins the two VPCs. The documents ask for a peering, so that requirement fails; that packets find their way is a guideline of its own, and holds.',
  scopes: ['pair'],
  expect: {
    'one-active-peering/pair': {
      verdict: 'fail',
      says: 'the account of Ledger lists no peering between them',
    },
    'routes-to-other-side/pair': {
      verdict: 'fail',
      says: 'no active peering joins vpc-',
    },
    'no-competing-routes/pair': NO_PEERING,
    'peering-resolves-names/pair': NO_PEERING,
  },
  telling: {
    'other-side-connected': 'tgw-attach-',
    'auditor-reaches-ledger': 'admits Auditor nodes',
    'ledger-reaches-auditor': 'admits Ledger nodes',
  },
};

/** Joins the two sides by a transit gateway; the application is peered with both. */
export async function joinByTransitGateway(sides: Sides): Promise<object> {
  const { ledger, auditor } = sides;
  const { TransitGateway } = await ledger.ec2.createTransitGateway({});
  const gateway = present(TransitGateway?.TransitGatewayId);
  const { TransitGatewayRouteTables } = await until(
    () =>
      ledger.ec2.describeTransitGatewayRouteTables({
        Filters: [{ Name: 'transit-gateway-id', Values: [gateway] }],
      }),
    ({ TransitGatewayRouteTables: tables = [] }) => tables.length > 0,
  );
  const table = present(
    TransitGatewayRouteTables?.[0]?.TransitGatewayRouteTableId,
  );
  await Promise.all([
    peerApplication(sides),
    ...[ledger, auditor].map(async side => {
      const attachment = await attach(side, gateway);
      await ledger.ec2.createTransitGatewayRoute({
        TransitGatewayRouteTableId: table,
        DestinationCidrBlock: side.plan.cidr,
        TransitGatewayAttachmentId: attachment,
      });
    }),
  ]);
  return { gateway };
}

/** Attaches the private subnets of a side, and leads what is for the other side to the gateway. */
async function attach(
  { ec2, network, plan }: WorldSide,
  TransitGatewayId: string,
): Promise<string> {
  const { TransitGatewayVpcAttachment } =
    await ec2.createTransitGatewayVpcAttachment({
      TransitGatewayId,
      VpcId: network.vpcId,
      SubnetIds: [...network.privateSubnets],
    });
  await Promise.all(
    network.privateTables.map(RouteTableId =>
      ec2.createRoute({
        RouteTableId,
        DestinationCidrBlock: plan.peer.cidr,
        TransitGatewayId,
      }),
    ),
  );
  return present(TransitGatewayVpcAttachment?.TransitGatewayAttachmentId);
}
