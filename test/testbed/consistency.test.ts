import type { EC2 } from '@aws-sdk/client-ec2';
import { createRouteTable, createSecurityGroup, present } from './awsClients';
import { onTestbed } from './onTestbed';
import { createPair, establish, reached, request, type Pair } from './peerings';

/** Longer than any test takes; a test ends it by asking for none. */
const MILLISECONDS = 600_000;

onTestbed('eventual consistency', ready => {
  let ledger: EC2;
  let pair: Pair;

  beforeEach(async () => {
    ledger = ready().ledger;
    pair = await createPair(ledger);
  });

  const hideNewIds = () =>
    ready().testbed.settings({ consistencyMilliseconds: MILLISECONDS });

  const showNewIds = () =>
    ready().testbed.settings({ consistencyMilliseconds: 0 });

  it('hides a new peering from every read and write for a while', async () => {
    await hideNewIds();
    const id = await request(pair);
    const listed = async () =>
      (await ledger.describeVpcPeeringConnections({})).VpcPeeringConnections
        ?.length;
    const early = await listed();
    await expect(
      ledger.describeVpcPeeringConnections({ VpcPeeringConnectionIds: [id] }),
    ).rejects.toMatchObject({
      name: 'InvalidVpcPeeringConnectionID.NotFound',
    });
    await expect(
      ledger.acceptVpcPeeringConnection({ VpcPeeringConnectionId: id }),
    ).rejects.toMatchObject({
      name: 'InvalidVpcPeeringConnectionID.NotFound',
    });
    await expect(
      ledger.createTags({
        Resources: [id],
        Tags: [{ Key: 'Name', Value: 'x' }],
      }),
    ).rejects.toMatchObject({ name: 'InvalidVpcPeeringConnectionID.NotFound' });
    const filtered = await ledger.describeVpcPeeringConnections({
      Filters: [{ Name: 'vpc-peering-connection-id', Values: [id] }],
    });
    await showNewIds();
    expect([early, filtered.VpcPeeringConnections, await listed()]).toEqual([
      0,
      [],
      1,
    ]);
    await ledger.acceptVpcPeeringConnection({ VpcPeeringConnectionId: id });
  });

  it('hides a new route, which is there all the same', async () => {
    const id = await establish(pair);
    const table = await createRouteTable(ledger, pair.vpc);
    await hideNewIds();
    const route = { RouteTableId: table, DestinationCidrBlock: '10.2.0.0/16' };
    await ledger.createRoute({ ...route, VpcPeeringConnectionId: id });
    const destinations = async () => {
      const { RouteTables } = await ledger.describeRouteTables({
        RouteTableIds: [table],
      });
      return RouteTables?.[0]?.Routes?.map(each => each.DestinationCidrBlock);
    };
    const early = await destinations();
    await expect(
      ledger.createRoute({ ...route, VpcPeeringConnectionId: id }),
    ).rejects.toMatchObject({
      name: 'RouteAlreadyExists',
    });
    await expect(ledger.deleteRoute(route)).rejects.toMatchObject({
      name: 'InvalidRoute.NotFound',
    });
    await showNewIds();
    expect([early, await destinations()]).toEqual([
      ['10.1.0.0/16'],
      ['10.1.0.0/16', '10.2.0.0/16'],
    ]);
  });

  it('hides new tables, groups and rules', async () => {
    const known = await createSecurityGroup(ledger, pair.vpc, 'known');
    await hideNewIds();
    const table = await createRouteTable(ledger, pair.vpc);
    await expect(
      ledger.describeRouteTables({ RouteTableIds: [table] }),
    ).rejects.toMatchObject({
      name: 'InvalidRouteTableID.NotFound',
    });
    const group = await createSecurityGroup(ledger, pair.vpc, 'fresh');
    await expect(
      ledger.describeSecurityGroups({ GroupIds: [group] }),
    ).rejects.toMatchObject({
      name: 'InvalidGroup.NotFound',
    });
    const { SecurityGroupRules: added } =
      await ledger.authorizeSecurityGroupIngress({
        GroupId: known,
        IpPermissions: [
          {
            IpProtocol: 'tcp',
            FromPort: 50051,
            ToPort: 50051,
            IpRanges: [{ CidrIp: '10.2.0.0/16' }],
          },
        ],
      });
    await expect(
      ledger.revokeSecurityGroupIngress({
        GroupId: known,
        SecurityGroupRuleIds: [present(added?.[0]?.SecurityGroupRuleId)],
      }),
    ).rejects.toMatchObject({ name: 'InvalidSecurityGroupRuleId.NotFound' });
    const permissions = async () => {
      const { SecurityGroups } = await ledger.describeSecurityGroups({
        GroupIds: [known],
      });
      const { SecurityGroupRules } = await ledger.describeSecurityGroupRules({
        Filters: [{ Name: 'group-id', Values: [known] }],
      });
      return [
        SecurityGroups?.[0]?.IpPermissions?.length,
        SecurityGroupRules?.length,
      ];
    };
    const early = await permissions();
    await showNewIds();
    expect([early, await permissions()]).toEqual([
      [0, 1],
      [1, 2],
    ]);
    const { SecurityGroups } = await ledger.describeSecurityGroups({
      GroupIds: [group],
    });
    expect(SecurityGroups?.length).toBe(1);
  });

  it('passes by itself', async () => {
    await ready().testbed.settings({ consistencyMilliseconds: 50 });
    const id = await request(pair);
    await reached(ledger, id, 'pending-acceptance');
    const { VpcPeeringConnections } =
      await ledger.describeVpcPeeringConnections({
        Filters: [{ Name: 'requester-vpc-info.vpc-id', Values: [pair.vpc] }],
      });
    expect(VpcPeeringConnections?.length).toBe(1);
  });

  it('is not there unless it is asked for', async () => {
    const id = await request(pair);
    const { VpcPeeringConnections } =
      await ledger.describeVpcPeeringConnections({
        VpcPeeringConnectionIds: [id],
      });
    expect(VpcPeeringConnections?.length).toBe(1);
  });
});
