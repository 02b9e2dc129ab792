import type { EC2 } from '@aws-sdk/client-ec2';
import { AUDITOR, ec2, type Place } from './awsClients';
import { onTestbed } from './onTestbed';
import {
  createPair,
  describePeering,
  establish,
  reached,
  request,
} from './peerings';

const DNS = { AllowDnsResolutionFromRemoteVpc: true };
const ABROAD: Place = { ...AUDITOR, region: 'ap-northeast-1' };

onTestbed('options of a peering connection', ready => {
  const modify = (
    client: EC2,
    id: string,
    halves: { requester?: object; accepter?: object },
  ) =>
    client.modifyVpcPeeringConnectionOptions({
      VpcPeeringConnectionId: id,
      RequesterPeeringConnectionOptions: halves.requester,
      AccepterPeeringConnectionOptions: halves.accepter,
    });

  it('are set for both sides by the one owner of both', async () => {
    const { ledger } = ready();
    const id = await establish(await createPair(ledger));
    await modify(ledger, id, { requester: DNS, accepter: DNS });
    const { RequesterVpcInfo, AccepterVpcInfo } = await describePeering(
      ledger,
      id,
    );
    expect([
      RequesterVpcInfo?.PeeringOptions?.AllowDnsResolutionFromRemoteVpc,
      AccepterVpcInfo?.PeeringOptions?.AllowDnsResolutionFromRemoteVpc,
    ]).toEqual([true, true]);
  });

  it('wait for the peering to be active', async () => {
    const { ledger } = ready();
    const id = await request(await createPair(ledger));
    await reached(ledger, id, 'pending-acceptance');
    await expect(modify(ledger, id, { requester: DNS })).rejects.toMatchObject({
      name: 'OperationNotPermitted',
      message: `Peering ${id} is not active. Peering options can be added only to active peerings.`,
    });
  });

  it('are each side’s own between accounts, to set and to see', async () => {
    const { ledger, auditor } = ready();
    const id = await establish(await createPair(ledger, auditor), AUDITOR);
    await expect(modify(ledger, id, { accepter: DNS })).rejects.toMatchObject({
      name: 'OperationNotPermitted',
      message:
        'User 111111111111 does not have permission to modify the accepter side peering options',
    });
    await modify(ledger, id, { requester: DNS });
    const seenByLedger = await describePeering(ledger, id);
    const seenByAuditor = await describePeering(auditor, id);
    expect(seenByLedger.RequesterVpcInfo?.PeeringOptions).toMatchObject(DNS);
    expect(seenByLedger.AccepterVpcInfo?.PeeringOptions).toBeUndefined();
    expect(seenByAuditor.AccepterVpcInfo?.PeeringOptions).toMatchObject({
      AllowDnsResolutionFromRemoteVpc: false,
    });
  });

  it('between regions are set in the region of the side, and know no ClassicLink', async () => {
    const { testbed, ledger } = ready();
    const abroad = await ec2(testbed, ABROAD);
    const id = await establish(await createPair(ledger, abroad), ABROAD);
    await modify(ledger, id, { requester: DNS });
    await modify(abroad, id, { accepter: DNS });
    const classicLink = {
      ...DNS,
      AllowEgressFromLocalClassicLinkToRemoteVpc: false,
    };
    await expect(
      modify(ledger, id, { requester: classicLink }),
    ).rejects.toMatchObject({
      name: 'OperationNotPermitted',
      message: expect.stringContaining('not supported for cross-region'),
    });
    const { AccepterVpcInfo } = await describePeering(abroad, id);
    expect(AccepterVpcInfo?.PeeringOptions).toMatchObject(DNS);
  });

  it('between regions are not set from the other region of the same account', async () => {
    const { testbed, ledger } = ready();
    const place = { account: '111111111111', region: 'ap-northeast-1' };
    const abroad = await ec2(testbed, place);
    const id = await establish(await createPair(ledger, abroad), place);
    await expect(modify(ledger, id, { accepter: DNS })).rejects.toMatchObject({
      name: 'OperationNotPermitted',
      message: expect.stringContaining('different region'),
    });
  });

  it('need DNS names in both VPCs', async () => {
    const { ledger } = ready();
    const pair = await createPair(ledger);
    const id = await establish(pair);
    await ledger.modifyVpcAttribute({
      VpcId: pair.peerVpc,
      EnableDnsHostnames: { Value: false },
    });
    await expect(modify(ledger, id, { requester: DNS })).rejects.toMatchObject({
      name: 'InvalidVpcPeeringConnectionState.DnsHostnamesDisabled',
    });
  });
});
