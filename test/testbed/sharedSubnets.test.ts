import type { EC2 } from '@aws-sdk/client-ec2';
import {
  AUDITOR,
  createRouteTable,
  createSecurityGroup,
  createVpc,
  LEDGER,
  present,
} from './awsClients';
import { onTestbed } from './onTestbed';

onTestbed('a subnet of another account', ready => {
  let owner: EC2;
  let participant: EC2;
  let vpc: string;
  let shared: string;
  let kept: string;
  let table: string;

  beforeEach(async () => {
    ({ ledger: owner, auditor: participant } = ready());
    vpc = await createVpc(owner, '10.1.0.0/16');
    const create = async (CidrBlock: string) => {
      const { Subnet } = await owner.createSubnet({ VpcId: vpc, CidrBlock });
      return present(Subnet?.SubnetId);
    };
    shared = await create('10.1.0.0/24');
    kept = await create('10.1.1.0/24');
    table = await createRouteTable(owner, vpc);
    await owner.associateRouteTable({ RouteTableId: table, SubnetId: shared });
    await ready().testbed.shareSubnets([shared], AUDITOR.account);
  });

  const inVpc = () => [{ Name: 'vpc-id', Values: [vpc] }];

  it('is seen with its VPC, under the owner’s number, and no other one is', async () => {
    const Filters = inVpc();
    const { Subnets } = await participant.describeSubnets({ Filters });
    expect(Subnets).toEqual([
      expect.objectContaining({ SubnetId: shared, OwnerId: LEDGER.account }),
    ]);
    const { Vpcs } = await participant.describeVpcs({ Filters });
    expect(Vpcs).toEqual([
      expect.objectContaining({ VpcId: vpc, OwnerId: LEDGER.account }),
    ]);
    await expect(
      participant.describeSubnets({ SubnetIds: [kept] }),
    ).rejects.toMatchObject({ name: 'InvalidSubnetID.NotFound' });
  });

  it('shows its route table and network ACL, as they are at any moment', async () => {
    await owner.createRoute({
      RouteTableId: table,
      DestinationCidrBlock: '0.0.0.0/0',
      GatewayId: await internetGateway(),
    });
    const { RouteTables = [] } = await participant.describeRouteTables({
      Filters: inVpc(),
    });
    const own = RouteTables.find(({ RouteTableId }) => RouteTableId === table);
    expect(own?.OwnerId).toBe(LEDGER.account);
    expect(
      own?.Routes?.map(({ DestinationCidrBlock }) => DestinationCidrBlock),
    ).toEqual(['10.1.0.0/16', '0.0.0.0/0']);
    const { NetworkAcls = [] } = await participant.describeNetworkAcls({
      Filters: inVpc(),
    });
    expect(
      NetworkAcls.flatMap(({ Associations = [] }) => Associations).map(
        ({ SubnetId }) => SubnetId,
      ),
    ).toContain(shared);
  });

  it('shows the name servers of its VPC', async () => {
    const { Vpcs } = await participant.describeVpcs({ Filters: inVpc() });
    const { DhcpOptions } = await participant.describeDhcpOptions({
      Filters: [
        {
          Name: 'dhcp-options-id',
          Values: [present(Vpcs?.[0]?.DhcpOptionsId)],
        },
      ],
    });
    expect(DhcpOptions?.[0]?.DhcpConfigurations).toContainEqual({
      Key: 'domain-name-servers',
      Values: [{ Value: 'AmazonProvidedDNS' }],
    });
  });

  it('has tags of each account’s own', async () => {
    const tag = (client: EC2, Key: string) =>
      client.createTags({ Resources: [shared], Tags: [{ Key, Value: '1' }] });
    await tag(owner, 'ours');
    await tag(participant, 'theirs');
    const tagsSeenBy = async (client: EC2) => {
      const { Subnets } = await client.describeSubnets({
        SubnetIds: [shared],
      });
      return Subnets?.[0]?.Tags?.map(({ Key }) => Key);
    };
    expect(await tagsSeenBy(owner)).toEqual(['ours']);
    expect(await tagsSeenBy(participant)).toEqual(['theirs']);
  });

  it('takes interfaces, and nobody but its owner changes its routes or sees the gateways', async () => {
    const group = await createSecurityGroup(participant, vpc);
    const { NetworkInterface } = await participant.createNetworkInterface({
      SubnetId: shared,
      Groups: [group],
    });
    expect(NetworkInterface).toMatchObject({
      OwnerId: AUDITOR.account,
      VpcId: vpc,
    });
    await expect(
      participant.createRoute({
        RouteTableId: table,
        DestinationCidrBlock: '10.9.0.0/16',
        GatewayId: await internetGateway(),
      }),
    ).rejects.toMatchObject({ name: 'InvalidRouteTableID.NotFound' });
    await owner.createNatGateway({
      SubnetId: shared,
      ConnectivityType: 'private',
    });
    const { NatGateways } = await participant.describeNatGateways({
      Filter: inVpc(),
    });
    expect(NatGateways).toEqual([]);
  });

  async function internetGateway(): Promise<string> {
    const { InternetGateway } = await owner.createInternetGateway({});
    const InternetGatewayId = present(InternetGateway?.InternetGatewayId);
    await owner.attachInternetGateway({ InternetGatewayId, VpcId: vpc });
    return InternetGatewayId;
  }
});
