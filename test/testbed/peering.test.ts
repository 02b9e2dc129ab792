import type { EC2 } from '@aws-sdk/client-ec2';
import { createVpc, present } from './awsClients';
import { onTestbed } from './onTestbed';
import {
  accept,
  createPair,
  describePeering,
  establish,
  PEERING_SECONDS,
  reached,
  remove,
  request,
  type Pair,
} from './peerings';

onTestbed('a peering connection in one account and region', ready => {
  let ledger: EC2;
  let pair: Pair;

  beforeEach(async () => {
    ledger = ready().ledger;
    pair = await createPair(ledger);
  });

  it('goes through its states one after another', async () => {
    const linger = (seconds: number) =>
      ready().testbed.settings({ durations: { peering: seconds } });
    await linger(600);
    const id = await request(pair);
    const seen = [(await describePeering(ledger, id)).Status?.Code];
    await linger(PEERING_SECONDS);
    await reached(ledger, id, 'pending-acceptance');
    await linger(600);
    const { VpcPeeringConnection: accepted } = await accept(ledger, id);
    seen.push(accepted?.Status?.Code);
    await linger(PEERING_SECONDS);
    await reached(ledger, id, 'active');
    await linger(600);
    await remove(ledger, id);
    seen.push((await describePeering(ledger, id)).Status?.Code);
    await linger(PEERING_SECONDS);
    const deleted = await reached(ledger, id, 'deleted');
    expect(seen).toEqual(['initiating-request', 'provisioning', 'deleting']);
    expect(deleted.Status?.Message).toBe('Deleted by 111111111111');
  });

  it('shows the ranges of the accepter with acceptance, secondary ones too', async () => {
    await ledger.associateVpcCidrBlock({
      VpcId: pair.peerVpc,
      CidrBlock: '10.7.0.0/16',
    });
    const id = await request(pair);
    const pending = await reached(ledger, id, 'pending-acceptance');
    await accept(ledger, id);
    const active = await reached(ledger, id, 'active');
    expect(pending.AccepterVpcInfo?.CidrBlockSet).toBeUndefined();
    expect(pending.RequesterVpcInfo?.CidrBlock).toBe('10.1.0.0/16');
    expect(
      active.AccepterVpcInfo?.CidrBlockSet?.map(block => block.CidrBlock),
    ).toEqual(['10.2.0.0/16', '10.7.0.0/16']);
  });

  it.each([
    { what: 'the same range', block: '10.1.0.0/16', secondary: undefined },
    { what: 'a part of it', block: '10.1.128.0/20', secondary: undefined },
    {
      what: 'an overlapping secondary range',
      block: '10.3.0.0/16',
      secondary: '10.1.4.0/24',
    },
  ])('fails where the other VPC has $what', async ({ block, secondary }) => {
    const peerVpc = await createVpc(ledger, block);
    if (secondary) {
      await ledger.associateVpcCidrBlock({
        VpcId: peerVpc,
        CidrBlock: secondary,
      });
    }
    const id = await request({ ...pair, peerVpc });
    const failed = await reached(ledger, id, 'failed');
    expect(failed.Status?.Message).toContain('overlapping CIDR range');
    await expect(accept(ledger, id)).rejects.toMatchObject({
      name: 'InvalidStateTransition',
    });
    await expect(remove(ledger, id)).rejects.toMatchObject({
      name: 'InvalidStateTransition',
    });
  });

  it('is refused beside a live one', async () => {
    const id = await request(pair);
    await expect(request(pair)).rejects.toMatchObject({
      name: 'VpcPeeringConnectionAlreadyExists',
      message: expect.stringContaining(id),
    });
  });

  it('may be requested from the other side too, and only one is accepted', async () => {
    const id = await establish(pair);
    const reverse = { ...pair, vpc: pair.peerVpc, peerVpc: pair.vpc };
    await expect(request(reverse)).rejects.toMatchObject({
      name: 'VpcPeeringConnectionAlreadyExists',
    });
    await remove(ledger, id);
    await reached(ledger, id, 'deleted');
    const [one, another] = [await request(pair), await request(reverse)];
    await reached(ledger, one, 'pending-acceptance');
    await reached(ledger, another, 'pending-acceptance');
    await accept(ledger, one);
    await expect(accept(ledger, another)).rejects.toMatchObject({
      name: 'VpcPeeringConnectionAlreadyExists',
    });
  });

  it('can be made again where the one before is deleted, and both are listed', async () => {
    const first = await establish(pair);
    await remove(ledger, first);
    await reached(ledger, first, 'deleted');
    const second = await establish(pair);
    const { VpcPeeringConnections: listed } =
      await ledger.describeVpcPeeringConnections({
        Filters: [
          { Name: 'requester-vpc-info.vpc-id', Values: [pair.vpc] },
          { Name: 'accepter-vpc-info.vpc-id', Values: [pair.peerVpc] },
        ],
      });
    expect(
      listed?.map(each => [each.VpcPeeringConnectionId, each.Status?.Code]),
    ).toEqual([
      [first, 'deleted'],
      [second, 'active'],
    ]);
  });

  it.each(['rejected', 'expired', 'failed', 'deleted'])(
    'that is %s stays listed and can be neither accepted nor deleted',
    async status => {
      const id = await request(pair);
      await reached(ledger, id, 'pending-acceptance');
      await ready().testbed.setPeeringStatus(id, status);
      await expect(accept(ledger, id)).rejects.toMatchObject({
        name: 'InvalidStateTransition',
        message: `Invalid state transition for ${id}, attempted to transition from ${status} to provisioning`,
      });
      await expect(remove(ledger, id)).rejects.toMatchObject({
        name: 'InvalidStateTransition',
      });
      const { VpcPeeringConnections: listed } =
        await ledger.describeVpcPeeringConnections({
          Filters: [{ Name: 'status-code', Values: [status] }],
        });
      expect(listed?.map(each => each.VpcPeeringConnectionId)).toEqual([id]);
    },
  );

  it('is accepted once', async () => {
    const id = await establish(pair);
    await expect(accept(ledger, id)).rejects.toMatchObject({
      name: 'InvalidStateTransition',
    });
  });

  it('that is unknown is an error, also in a list of ids', async () => {
    const unknown = 'pcx-0123456789abcdef0';
    await expect(describePeering(ledger, unknown)).rejects.toMatchObject({
      name: 'InvalidVpcPeeringConnectionID.NotFound',
    });
    await expect(accept(ledger, unknown)).rejects.toMatchObject({
      name: 'InvalidVpcPeeringConnectionID.NotFound',
    });
  });

  it('counts against the quotas of active and of outstanding ones', async () => {
    await establish(pair);
    await ready().testbed.settings({
      quotas: { activePeeringsPerVpc: 1, outstandingPeerings: 1 },
    });
    const third = await createVpc(ledger, '10.3.0.0/16');
    const fourth = await createVpc(ledger, '10.4.0.0/16');
    await expect(request({ ...pair, peerVpc: third })).rejects.toMatchObject({
      name: 'VpcPeeringConnectionsPerVpcLimitExceeded',
    });
    const others = { ...pair, vpc: third, peerVpc: fourth };
    await request(others);
    await expect(
      request({ ...others, vpc: fourth, peerVpc: third }),
    ).rejects.toMatchObject({
      name: 'OutstandingVpcPeeringConnectionLimitExceeded',
    });
  });

  it('is listed in pages', async () => {
    for (let number = 10; number < 17; number += 1) {
      const peerVpc = await createVpc(ledger, `10.${number}.0.0/16`);
      await request({ ...pair, peerVpc });
    }
    const first = await ledger.describeVpcPeeringConnections({
      MaxResults: 5,
    });
    const second = await ledger.describeVpcPeeringConnections({
      MaxResults: 5,
      NextToken: first.NextToken,
    });
    const ids = [first, second].flatMap(page =>
      present(page.VpcPeeringConnections).map(
        each => each.VpcPeeringConnectionId,
      ),
    );
    expect([ids.length, new Set(ids).size, second.NextToken]).toEqual([
      7,
      7,
      undefined,
    ]);
  });
});
