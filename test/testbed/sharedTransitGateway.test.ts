import type { EC2 } from '@aws-sdk/client-ec2';
import { createRouteTable, createVpc, present } from './awsClients';
import { onTestbed } from './onTestbed';

onTestbed('a transit gateway of another account', ready => {
  let ledger: EC2;
  let auditor: EC2;
  let gateway: string;
  let vpc: string;
  let attachment: string;

  beforeEach(async () => {
    ({ ledger, auditor } = ready());
    const { TransitGateway } = await ledger.createTransitGateway({});
    gateway = present(TransitGateway?.TransitGatewayId);
    vpc = await createVpc(auditor, '10.2.0.0/16');
    const { Subnet } = await auditor.createSubnet({
      VpcId: vpc,
      CidrBlock: '10.2.0.0/24',
    });
    const { TransitGatewayVpcAttachment } =
      await auditor.createTransitGatewayVpcAttachment({
        TransitGatewayId: gateway,
        VpcId: vpc,
        SubnetIds: [present(Subnet?.SubnetId)],
      });
    attachment = present(
      TransitGatewayVpcAttachment?.TransitGatewayAttachmentId,
    );
  });

  const attachmentsSeenBy = async (account: EC2) => {
    const { TransitGatewayVpcAttachments } =
      await account.describeTransitGatewayVpcAttachments({
        Filters: [{ Name: 'vpc-id', Values: [vpc] }],
      });
    return TransitGatewayVpcAttachments?.map(
      each => each.TransitGatewayAttachmentId,
    );
  };

  it('takes an attachment, which both accounts see', async () => {
    expect(await attachmentsSeenBy(ledger)).toEqual([attachment]);
    expect(await attachmentsSeenBy(auditor)).toEqual([attachment]);
  });

  it('associates the attachment with its default table, which only its owner sees', async () => {
    const { TransitGatewayRouteTables } =
      await ledger.describeTransitGatewayRouteTables({});
    const [table] = present(TransitGatewayRouteTables);
    const { Associations } =
      await ledger.getTransitGatewayRouteTableAssociations({
        TransitGatewayRouteTableId: table?.TransitGatewayRouteTableId,
      });
    expect(Associations?.map(each => each.TransitGatewayAttachmentId)).toEqual([
      attachment,
    ]);
    const others = await auditor.describeTransitGatewayRouteTables({});
    expect(others.TransitGatewayRouteTables ?? []).toEqual([]);
  });

  it('may be the target of a route of who is attached', async () => {
    const RouteTableId = await createRouteTable(auditor, vpc);
    await auditor.createRoute({
      RouteTableId,
      DestinationCidrBlock: '10.1.0.0/16',
      TransitGatewayId: gateway,
    });
    const { RouteTables } = await auditor.describeRouteTables({
      RouteTableIds: [RouteTableId],
    });
    expect(RouteTables?.[0]?.Routes).toContainEqual(
      expect.objectContaining({
        DestinationCidrBlock: '10.1.0.0/16',
        TransitGatewayId: gateway,
        State: 'active',
      }),
    );
  });

  it('that is nobody’s takes no attachment', async () => {
    await expect(
      auditor.createTransitGatewayVpcAttachment({
        TransitGatewayId: 'tgw-0123456789abcdef0',
        VpcId: vpc,
        SubnetIds: [],
      }),
    ).rejects.toThrow();
  });
});
