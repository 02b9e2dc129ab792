/* eslint-disable jest/no-export, jest/require-top-level-describe -- defines tests for the suite that calls it */
import { valueIn } from '../valueIn.ts';
import type { Told } from './tellsFacts.ts';

/** The network of the cluster, and where it leads. */
export function tellsNetwork({ facts, side, world }: Told): void {
  it('tell every range of the network, and its names', () => {
    expect(valueIn(facts(), 'vpc')).toEqual({
      id: side().network.vpcId,
      ownerId: '111111111111',
      cidrs: ['10.1.0.0/20', '100.64.0.0/20'],
      ipv6Cidrs: [],
    });
    expect(valueIn(facts(), 'vpcDns')).toEqual({
      support: true,
      hostnames: true,
    });
  });

  it('tell every subnet with the id of its zone', () => {
    const subnets = valueIn(facts(), 'subnets');
    expect(subnets).toHaveLength(6);
    expect(subnets).toContainEqual({
      id: side().network.privateSubnets[0],
      vpcId: side().network.vpcId,
      ownerId: '111111111111',
      zone: 'eu-central-1a',
      zoneId: expect.stringMatching(/^euc1-az\d$/),
      cidr: '10.1.3.0/24',
      ipv6Cidrs: [],
      availableAddresses: expect.any(Number),
      assignsPublicAddresses: false,
      tags: {},
    });
  });

  it('tell where every route leads', () => {
    const { network, parts } = side();
    const tables = valueIn(facts(), 'routeTables');
    expect(tables.filter(({ main }) => main)).toMatchObject([
      { subnetIds: [] },
    ]);
    const table = tables.find(({ id }) => id === network.privateTables[0]);
    expect(table).toMatchObject({
      main: false,
      subnetIds: [network.privateSubnets[0]],
    });
    const { peering } = world();
    expect(table?.routes).toEqual(
      expect.arrayContaining([
        {
          destination: '10.1.0.0/20',
          target: { kind: 'local', id: 'local' },
          state: 'active',
        },
        {
          destination: '0.0.0.0/0',
          target: { kind: 'nat', id: parts.natGateway },
          state: 'active',
        },
        {
          destination: parts.prefixList,
          target: { kind: 'peering', id: peering },
          state: 'active',
        },
      ]),
    );
    expect(
      tables.find(({ id }) => id === network.publicTable)?.routes,
    ).toContainEqual({
      destination: '0.0.0.0/0',
      target: { kind: 'internet', id: expect.stringMatching(/^igw-/) },
      state: 'active',
    });
  });

  it('tell what the prefix lists hold that routes and rules name', () => {
    const lists = valueIn(facts(), 'prefixLists');
    expect(lists).toContainEqual({
      id: side().parts.prefixList,
      cidrs: ['10.8.0.0/16', '10.9.0.0/16'],
      ownerId: '111111111111',
      maxEntries: 5,
    });
    // That of S3, to which the gateway endpoint adds a route.
    expect(lists).toHaveLength(2);
    expect(lists.filter(({ ownerId }) => ownerId === 'AWS')).toEqual([
      expect.not.objectContaining({ maxEntries: expect.anything() }),
    ]);
  });

  it('tell what stands between the networks', () => {
    const { ledger, auditor, peering } = world();
    expect(valueIn(facts(), 'peerings')).toEqual([
      {
        id: peering,
        status: 'active',
        message: expect.any(String),
        requester: expect.objectContaining({
          vpcId: auditor.network.vpcId,
          accountId: '222222222222',
          region: 'eu-central-1',
          cidrs: ['10.2.0.0/20'],
        }),
        accepter: {
          vpcId: ledger.network.vpcId,
          accountId: '111111111111',
          region: 'eu-central-1',
          cidrs: ['10.1.0.0/20', '100.64.0.0/20'],
          resolvesRemoteNames: true,
        },
      },
    ]);
    expect(valueIn(facts(), 'transitGatewayAttachments')).toEqual([
      {
        id: ledger.parts.attachment,
        transitGatewayId: expect.stringMatching(/^tgw-/),
        state: 'available',
        subnetIds: ledger.network.privateSubnets,
      },
    ]);
    const [attachment] = valueIn(facts(), 'transitGatewayAttachments');
    expect(valueIn(facts(), 'transitGatewayRouteTables')).toEqual([
      {
        id: ledger.parts.gatewayTable,
        transitGatewayId: attachment?.transitGatewayId,
        attachmentIds: [ledger.parts.attachment],
        routes: [
          {
            destination: '10.2.0.0/20',
            attachmentIds: [ledger.parts.attachment],
            state: 'active',
          },
          { destination: '10.3.0.0/16', attachmentIds: [], state: 'blackhole' },
        ],
      },
    ]);
    expect(valueIn(facts(), 'natGateways')).toEqual([
      {
        id: ledger.parts.natGateway,
        subnetId: expect.stringMatching(/^subnet-/),
        state: 'available',
        connectivity: 'public',
      },
    ]);
    expect(valueIn(facts(), 'vpcEndpoints')).toEqual([
      {
        id: ledger.parts.interfaceEndpoint,
        service: 'com.amazonaws.eu-central-1.ecr.api',
        type: 'Interface',
        state: 'available',
        privateDns: true,
        subnetIds: ledger.network.privateSubnets,
        routeTableIds: [],
        groupIds: [ledger.network.group],
      },
      expect.objectContaining({
        id: ledger.parts.gatewayEndpoint,
        type: 'Gateway',
        routeTableIds: [ledger.network.privateTables[1]],
      }),
    ]);
    expect(valueIn(facts(), 'quotas')).toMatchObject({
      peeringsPerVpc: 50,
      rulesPerSecurityGroup: 60,
    });
  });

  it('tell every interface in the network', () => {
    const { network, cluster } = side();
    const interfaces = valueIn(facts(), 'networkInterfaces');
    const describes = (text: string) =>
      interfaces.filter(({ description }) => description.startsWith(text));
    expect(describes(`Amazon EKS ${cluster}`)).toHaveLength(2);
    expect(describes('ELB net/')).toEqual(
      network.privateSubnets.map(subnetId =>
        expect.objectContaining({
          subnetId,
          groupIds: [network.group],
          type: 'network_load_balancer',
        }),
      ),
    );
  });
}
