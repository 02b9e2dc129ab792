import type { EC2 } from '@aws-sdk/client-ec2';
import {
  createRouteTable,
  createSecurityGroup,
  present,
} from '../../testbed/awsClients.ts';
import type { WorldSide } from './side.ts';

/** Ids of what stands in a side's network beside its subnets and their tables. */
export interface NetworkParts {
  readonly natGateway: string;
  readonly prefixList: string;
  readonly networkAcl: string;
  readonly group: string;
  readonly interfaceEndpoint: string;
  readonly gatewayEndpoint: string;
  readonly attachment: string;
  readonly gatewayTable: string;
}

/** Everything that a route or a rule can name, and rules of every form. */
export async function createNetworkParts(
  side: WorldSide,
): Promise<NetworkParts> {
  const { ec2 } = side.admin;
  const prefixList = await createPrefixList(ec2);
  const [natGateway, networkAcl, group, endpoints, transit] = await Promise.all(
    [
      createNatGateway(side),
      createNetworkAcl(side),
      createGroups(side, prefixList),
      createEndpoints(side),
      createAttachment(side),
    ],
  );
  // Nobody uses it; with it there is more than a page of tables.
  await createRouteTable(ec2, side.network.vpcId);
  await ec2.createRoute({
    RouteTableId: side.network.privateTables[0],
    DestinationCidrBlock: '0.0.0.0/0',
    NatGatewayId: natGateway,
  });
  return {
    ...{ natGateway, prefixList, networkAcl, group },
    ...endpoints,
    ...transit,
  };
}

async function createPrefixList(ec2: EC2): Promise<string> {
  const { PrefixList } = await ec2.createManagedPrefixList({
    PrefixListName: 'clients',
    AddressFamily: 'IPv4',
    MaxEntries: 5,
    Entries: [{ Cidr: '10.8.0.0/16' }, { Cidr: '10.9.0.0/16' }],
  });
  return present(PrefixList?.PrefixListId);
}

async function createNatGateway({ admin, network }: WorldSide) {
  const { AllocationId } = await admin.ec2.allocateAddress({ Domain: 'vpc' });
  const { Subnets = [] } = await admin.ec2.describeSubnets({
    Filters: [{ Name: 'vpc-id', Values: [network.vpcId] }],
  });
  const ids = Subnets.map(({ SubnetId }) => present(SubnetId));
  const { NatGateway } = await admin.ec2.createNatGateway({
    AllocationId,
    SubnetId: ids.find(id => !network.privateSubnets.includes(id)),
  });
  return present(NatGateway?.NatGatewayId);
}

/** One that the first private subnet uses instead of the VPC's own. */
async function createNetworkAcl({ admin: { ec2 }, network }: WorldSide) {
  const { NetworkAcl } = await ec2.createNetworkAcl({ VpcId: network.vpcId });
  const NetworkAclId = present(NetworkAcl?.NetworkAclId);
  await ec2.createNetworkAclEntry({
    NetworkAclId,
    RuleNumber: 90,
    Protocol: '6',
    PortRange: { From: 50051, To: 50052 },
    CidrBlock: '10.2.0.0/20',
    Egress: false,
    RuleAction: 'deny',
  });
  const [subnet] = network.privateSubnets;
  const { NetworkAcls = [] } = await ec2.describeNetworkAcls({
    Filters: [{ Name: 'association.subnet-id', Values: [present(subnet)] }],
  });
  const association = NetworkAcls.flatMap(each => each.Associations ?? []).find(
    ({ SubnetId }) => SubnetId === subnet,
  );
  await ec2.replaceNetworkAclAssociation({
    NetworkAclId,
    AssociationId: association?.NetworkAclAssociationId,
  });
  return NetworkAclId;
}

/** One with a rule of every form, and others so that there is more than a page. */
async function createGroups(
  { admin: { ec2 }, network }: WorldSide,
  prefixList: string,
): Promise<string> {
  const names = ['nodes', 'a', 'b', 'c', 'd'];
  const [group] = await Promise.all(
    names.map(name => createSecurityGroup(ec2, network.vpcId, name)),
  );
  await ec2.authorizeSecurityGroupIngress({
    GroupId: group,
    IpPermissions: [
      {
        IpProtocol: 'tcp',
        FromPort: 50051,
        ToPort: 50052,
        IpRanges: [{ CidrIp: '10.2.0.0/20', Description: 'the Auditor' }],
        PrefixListIds: [{ PrefixListId: prefixList }],
      },
      {
        IpProtocol: 'icmp',
        FromPort: 8,
        ToPort: -1,
        IpRanges: [{ CidrIp: '10.0.0.0/8' }],
      },
      {
        IpProtocol: '-1',
        UserIdGroupPairs: [{ GroupId: network.group }],
      },
    ],
  });
  return present(group);
}

async function createEndpoints({ admin, network, place }: WorldSide) {
  const service = `com.amazonaws.${place.region}`;
  const [atInterface, atGateway] = await Promise.all([
    admin.ec2.createVpcEndpoint({
      VpcId: network.vpcId,
      VpcEndpointType: 'Interface',
      ServiceName: `${service}.ecr.api`,
      SubnetIds: [...network.privateSubnets],
      SecurityGroupIds: [network.group],
    }),
    admin.ec2.createVpcEndpoint({
      VpcId: network.vpcId,
      VpcEndpointType: 'Gateway',
      ServiceName: `${service}.s3`,
      RouteTableIds: [present(network.privateTables[1])],
    }),
  ]);
  return {
    interfaceEndpoint: present(atInterface.VpcEndpoint?.VpcEndpointId),
    gatewayEndpoint: present(atGateway.VpcEndpoint?.VpcEndpointId),
  };
}

/** To a gateway of the side's own, with a route to the other side and one that leads nowhere. */
async function createAttachment({ admin: { ec2 }, network }: WorldSide) {
  const { TransitGateway } = await ec2.createTransitGateway({});
  const { TransitGatewayVpcAttachment } =
    await ec2.createTransitGatewayVpcAttachment({
      TransitGatewayId: present(TransitGateway?.TransitGatewayId),
      VpcId: network.vpcId,
      SubnetIds: [...network.privateSubnets],
    });
  const attachment = present(
    TransitGatewayVpcAttachment?.TransitGatewayAttachmentId,
  );
  const TransitGatewayRouteTableId = present(
    TransitGateway?.Options?.AssociationDefaultRouteTableId,
  );
  await ec2.createTransitGatewayRoute({
    TransitGatewayRouteTableId,
    DestinationCidrBlock: '10.2.0.0/20',
    TransitGatewayAttachmentId: attachment,
  });
  await ec2.createTransitGatewayRoute({
    TransitGatewayRouteTableId,
    DestinationCidrBlock: '10.3.0.0/16',
    Blackhole: true,
  });
  return { attachment, gatewayTable: TransitGatewayRouteTableId };
}
