import {
  GetServiceQuotaCommand,
  ServiceQuotas,
} from '@aws-sdk/client-service-quotas';
import type { EC2, Route } from '@aws-sdk/client-ec2';
import {
  clientOptions,
  createRouteTable,
  createVpc,
  LEDGER,
  present,
} from './awsClients';
import { onTestbed } from './onTestbed';
import {
  accept,
  createPair,
  establish,
  reached,
  remove,
  request,
  type Pair,
} from './peerings';

const PEER_RANGE = '10.2.0.0/16';

onTestbed('a route to a peering connection', ready => {
  let ledger: EC2;
  let pair: Pair;
  let table: string;

  beforeEach(async () => {
    ledger = ready().ledger;
    pair = await createPair(ledger);
    table = await createRouteTable(ledger, pair.vpc);
  });

  const create = (
    peering: string,
    destination = PEER_RANGE,
    RouteTableId = table,
  ) =>
    ledger.createRoute({
      RouteTableId,
      DestinationCidrBlock: destination,
      VpcPeeringConnectionId: peering,
    });

  async function route(destination = PEER_RANGE): Promise<Route | undefined> {
    const { RouteTables } = await ledger.describeRouteTables({
      RouteTableIds: [table],
    });
    return RouteTables?.[0]?.Routes?.find(
      each => each.DestinationCidrBlock === destination,
    );
  }

  it('waits as a blackhole for the peering to be active', async () => {
    const id = await request(pair);
    await reached(ledger, id, 'pending-acceptance');
    await create(id);
    const waiting = await route();
    await accept(ledger, id);
    await reached(ledger, id, 'active');
    expect([waiting?.State, (await route())?.State]).toEqual([
      'blackhole',
      'active',
    ]);
  });

  it('becomes a blackhole when the peering is deleted, and stays', async () => {
    const id = await establish(pair);
    await create(id);
    await remove(ledger, id);
    await reached(ledger, id, 'deleted');
    expect(await route()).toMatchObject({
      State: 'blackhole',
      VpcPeeringConnectionId: id,
    });
  });

  it.each(['failed', 'rejected', 'expired', 'deleted', 'initiating-request'])(
    'is refused where the peering is %s',
    async status => {
      await ready().testbed.settings({ durations: { peering: 60 } });
      const id = await request(pair);
      await ready().testbed.setPeeringStatus(id, status);
      await expect(create(id)).rejects.toMatchObject({
        name: 'InvalidVpcPeeringConnectionID.NotFound',
      });
      expect(await route()).toBeUndefined();
    },
  );

  it('is refused where the peering is unknown', async () => {
    await expect(create('pcx-0123456789abcdef0')).rejects.toMatchObject({
      name: 'InvalidVpcPeeringConnectionID.NotFound',
    });
  });

  it('is refused in the table of another VPC', async () => {
    const id = await establish(pair);
    const foreign = await createRouteTable(
      ledger,
      await createVpc(ledger, '10.3.0.0/16'),
    );
    await expect(create(id, PEER_RANGE, foreign)).rejects.toMatchObject({
      name: 'InvalidParameterValue',
      message: `route table ${foreign} and network gateway ${id} belong to different networks`,
    });
  });

  it('is refused inside the own range', async () => {
    const id = await establish(pair);
    await expect(create(id, '10.1.4.0/24')).rejects.toMatchObject({
      name: 'InvalidParameterValue',
      message: expect.stringContaining('more specific route'),
    });
  });

  it('is created once, and replaced where it is there', async () => {
    const id = await establish(pair);
    await create(id, '10.2.0.7/16');
    await expect(create(id)).rejects.toMatchObject({
      name: 'RouteAlreadyExists',
    });
    await ledger.replaceRoute({
      RouteTableId: table,
      DestinationCidrBlock: PEER_RANGE,
      VpcPeeringConnectionId: id,
    });
    await expect(
      ledger.replaceRoute({
        RouteTableId: table,
        DestinationCidrBlock: '10.9.0.0/16',
        VpcPeeringConnectionId: id,
      }),
    ).rejects.toMatchObject({ name: 'InvalidParameterValue' });
  });

  it('is deleted once; the local route never', async () => {
    await create(await establish(pair));
    const deleteRoute = (DestinationCidrBlock: string) =>
      ledger.deleteRoute({ RouteTableId: table, DestinationCidrBlock });
    await deleteRoute(PEER_RANGE);
    await expect(deleteRoute(PEER_RANGE)).rejects.toMatchObject({
      name: 'InvalidRoute.NotFound',
    });
    await expect(deleteRoute('10.1.0.0/16')).rejects.toMatchObject({
      name: 'InvalidParameterValue',
    });
    expect(await route()).toBeUndefined();
  });

  it('counts against the quota that Service Quotas tells', async () => {
    const id = await establish(pair);
    await ready().testbed.settings({ quotas: { routesPerTable: 2 } });
    await create(id, '10.2.0.0/24');
    await create(id, '10.2.1.0/24');
    await expect(create(id, '10.2.2.0/24')).rejects.toMatchObject({
      name: 'RouteLimitExceeded',
    });
    const quotas = new ServiceQuotas(
      await clientOptions(ready().testbed, LEDGER),
    );
    const { Quota } = await quotas.send(
      new GetServiceQuotaCommand({
        ServiceCode: 'vpc',
        QuotaCode: 'L-93826ACB',
      }),
    );
    expect(Quota?.Value).toBe(2);
  });

  it('is found by filters, and tables in one read by several ids', async () => {
    const id = await establish(pair);
    await create(id);
    const other = await createRouteTable(ledger, pair.vpc);
    const { Subnet } = await ledger.createSubnet({
      VpcId: pair.vpc,
      CidrBlock: '10.1.0.0/24',
    });
    const SubnetId = present(Subnet?.SubnetId);
    await ledger.associateRouteTable({ RouteTableId: other, SubnetId });
    const found = async (Name: string, value: string) => {
      const { RouteTables } = await ledger.describeRouteTables({
        Filters: [{ Name, Values: [value] }],
      });
      return RouteTables?.map(each => each.RouteTableId);
    };
    expect(await found('route.vpc-peering-connection-id', id)).toEqual([table]);
    expect(await found('association.subnet-id', SubnetId)).toEqual([other]);
    expect(await found('route.state', 'blackhole')).toEqual([]);
    expect((await found('vpc-id', pair.vpc))?.length).toBe(3);
    const { RouteTables: both } = await ledger.describeRouteTables({
      RouteTableIds: [table, other],
    });
    expect(both?.length).toBe(2);
    await expect(
      ledger.describeRouteTables({
        RouteTableIds: [table, 'rtb-0123456789abcdef0'],
      }),
    ).rejects.toMatchObject({ name: 'InvalidRouteTableID.NotFound' });
  });

  it('stands in one of more tables than a page holds', async () => {
    for (let count = 0; count < 100; count += 1) {
      await createRouteTable(ledger, pair.peerVpc);
    }
    const first = await ledger.describeRouteTables({});
    const second = await ledger.describeRouteTables({
      NextToken: first.NextToken,
    });
    // The main tables of three VPCs, one of them the default VPC, and the one of this test.
    expect([
      first.RouteTables?.length,
      second.RouteTables?.length,
      second.NextToken,
    ]).toEqual([100, 4, undefined]);
    await expect(
      ledger.describeRouteTables({ MaxResults: 101 }),
    ).rejects.toMatchObject({ name: 'InvalidParameterValue' });
  });
});
