import { createSubnets } from './eks/smallCluster';
import { onTestbed } from './onTestbed';

onTestbed('private addresses', ready => {
  it('are given once each, in the subnet of the interface', async () => {
    const { ledger } = ready();
    const [SubnetId] = await createSubnets(ledger);
    const created = Array.from({ length: 40 }, () =>
      ledger.createNetworkInterface({ SubnetId }),
    );
    const addresses = (await Promise.all(created)).map(
      ({ NetworkInterface }) => NetworkInterface?.PrivateIpAddress,
    );
    expect(new Set(addresses).size).toBe(addresses.length);
    expect(addresses.filter(one => !one?.startsWith('10.1.0.'))).toEqual([]);
  });

  it('may be several on one interface, which they leave with it', async () => {
    const { ledger } = ready();
    const [SubnetId = ''] = await createSubnets(ledger);
    const free = async () => {
      const { Subnets } = await ledger.describeSubnets({
        SubnetIds: [SubnetId],
      });
      return Subnets?.[0]?.AvailableIpAddressCount;
    };
    const { NetworkInterface } = await ledger.createNetworkInterface({
      SubnetId,
      SecondaryPrivateIpAddressCount: 4,
    });
    const NetworkInterfaceId = NetworkInterface?.NetworkInterfaceId;
    await ledger.assignPrivateIpAddresses({
      NetworkInterfaceId,
      SecondaryPrivateIpAddressCount: 5,
    });
    expect(await free()).toBe(251 - 10);
    await ledger.deleteNetworkInterface({ NetworkInterfaceId });
    expect(await free()).toBe(251);
  });

  it('of a NAT gateway are of its subnet, on an interface without security groups', async () => {
    const { ledger } = ready();
    const [SubnetId] = await createSubnets(ledger);
    const { AllocationId } = await ledger.allocateAddress({ Domain: 'vpc' });
    const { NatGateway } = await ledger.createNatGateway({
      SubnetId,
      AllocationId,
    });
    const { NatGateways } = await ledger.describeNatGateways({
      NatGatewayIds: [NatGateway?.NatGatewayId ?? ''],
    });
    expect(NatGateways).toMatchObject([
      {
        ConnectivityType: 'public',
        NatGatewayAddresses: [
          { PrivateIp: expect.stringMatching(/^10\.1\.0\.\d+$/) },
        ],
      },
    ]);
    const { NetworkInterfaces } = await ledger.describeNetworkInterfaces({});
    expect(NetworkInterfaces).toMatchObject([
      {
        InterfaceType: 'nat_gateway',
        Description: `Interface for NAT Gateway ${NatGateway?.NatGatewayId}`,
        Groups: [],
        PrivateIpAddress: NatGateways?.[0]?.NatGatewayAddresses?.[0]?.PrivateIp,
      },
    ]);
  });
});
