import type { EC2 } from '@aws-sdk/client-ec2';
import { AUDITOR, ec2, LEDGER, present, type Place } from './awsClients';
import { onTestbed } from './onTestbed';
import {
  accept,
  createPair,
  describePeering,
  reached,
  remove,
  request,
  type Pair,
} from './peerings';

const ABROAD: Place = { ...AUDITOR, region: 'ap-northeast-1' };

onTestbed('a peering connection between accounts', ready => {
  let ledger: EC2;
  let auditor: EC2;
  let pair: Pair;

  beforeEach(async () => {
    ({ ledger, auditor } = ready());
    pair = await createPair(ledger, auditor);
  });

  it('is accepted by the owner of the other VPC only', async () => {
    const id = await request(pair, AUDITOR);
    await reached(auditor, id, 'pending-acceptance');
    await expect(accept(ledger, id)).rejects.toMatchObject({
      name: 'OperationNotPermitted',
    });
    await accept(auditor, id);
    await reached(ledger, id, 'active');
    expect((await describePeering(auditor, id)).Status?.Code).toBe('active');
  });

  it('reaches the accepter only after a while, and nobody else', async () => {
    await ready().testbed.settings({ durations: { peering: 600 } });
    const stranger = await ec2(ready().testbed, {
      ...LEDGER,
      account: '333333333333',
    });
    const id = await request(pair, AUDITOR);
    await expect(describePeering(auditor, id)).rejects.toMatchObject({
      name: 'InvalidVpcPeeringConnectionID.NotFound',
    });
    await ready().testbed.settings({ durations: { peering: 0 } });
    await reached(auditor, id, 'pending-acceptance');
    await expect(describePeering(stranger, id)).rejects.toMatchObject({
      name: 'InvalidVpcPeeringConnectionID.NotFound',
    });
  });

  it('to a VPC that does not exist fails, and only its requester sees it', async () => {
    const id = await request(
      { ...pair, peerVpc: 'vpc-0123456789abcdef0' },
      AUDITOR,
    );
    await reached(ledger, id, 'failed');
    await expect(describePeering(auditor, id)).rejects.toMatchObject({
      name: 'InvalidVpcPeeringConnectionID.NotFound',
    });
  });

  it('has tags of each account for itself', async () => {
    const { VpcPeeringConnection: created } =
      await ledger.createVpcPeeringConnection({
        VpcId: pair.vpc,
        PeerVpcId: pair.peerVpc,
        PeerOwnerId: AUDITOR.account,
        TagSpecifications: [
          {
            ResourceType: 'vpc-peering-connection',
            Tags: [{ Key: 'Name', Value: 'of the requester' }],
          },
        ],
      });
    const id = present(created?.VpcPeeringConnectionId);
    await reached(auditor, id, 'pending-acceptance');
    await auditor.createTags({
      Resources: [id],
      Tags: [{ Key: 'Owner', Value: 'of the accepter' }],
    });
    const tags = async (client: EC2) =>
      (await describePeering(client, id)).Tags;
    expect(await tags(ledger)).toEqual([
      { Key: 'Name', Value: 'of the requester' },
    ]);
    expect(await tags(auditor)).toEqual([
      { Key: 'Owner', Value: 'of the accepter' },
    ]);
    const { VpcPeeringConnections: found } =
      await auditor.describeVpcPeeringConnections({
        Filters: [{ Name: 'tag:Name', Values: ['*'] }],
      });
    expect(found).toEqual([]);
  });

  it('that waits is deleted by its requester only, an active one by both', async () => {
    const id = await request(pair, AUDITOR);
    await reached(auditor, id, 'pending-acceptance');
    await expect(remove(auditor, id)).rejects.toMatchObject({
      name: 'OperationNotPermitted',
    });
    await accept(auditor, id);
    await reached(auditor, id, 'active');
    await remove(auditor, id);
    const deleted = await reached(ledger, id, 'deleted');
    expect(deleted.Status?.Message).toBe('Deleted by 222222222222');
  });

  it('is rejected by the owner of the other VPC', async () => {
    const id = await request(pair, AUDITOR);
    await reached(auditor, id, 'pending-acceptance');
    await auditor.rejectVpcPeeringConnection({
      VpcPeeringConnectionId: id,
    });
    expect((await describePeering(ledger, id)).Status?.Code).toBe('rejected');
  });
  it('and regions is accepted in the region of the other VPC', async () => {
    const abroad = await ec2(ready().testbed, ABROAD);
    const far = await createPair(ledger, abroad);
    const id = await request(far, ABROAD);
    await reached(abroad, id, 'pending-acceptance');
    await expect(accept(auditor, id)).rejects.toMatchObject({
      name: 'InvalidVpcPeeringConnectionID.NotFound',
    });
    await accept(abroad, id);
    const active = await reached(ledger, id, 'active');
    expect([
      active.RequesterVpcInfo?.Region,
      active.AccepterVpcInfo?.Region,
    ]).toEqual(['eu-central-1', 'ap-northeast-1']);
  });
});
