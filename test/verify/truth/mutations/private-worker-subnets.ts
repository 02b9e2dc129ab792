import { present } from '../../../testbed/awsClients.ts';
import type { WorldSide } from '../../world/world.ts';
import { allBack } from '../change.ts';
import { machinesOf } from '../machines.ts';
import { ontoMainTable } from '../mainTable.ts';
import type { Mutation } from '../mutation.ts';
import { addRoutes } from '../routes.ts';

export const mutations: Mutation[] = [
  {
    name: 'a private subnet has no association, and the main table leads to the internet gateway',
    guideline: 'private-worker-subnets',
    async apply({ auditor }) {
      const { ec2, network } = auditor;
      const route = await addRoutes(ec2, {
        RouteTableId: network.mainTable,
        DestinationCidrBlock: '0.0.0.0/0',
        GatewayId: network.internetGateway,
      });
      return allBack(route, await ontoMainTable(auditor, 0));
    },
    expect: {
      'applications-peered/application:shop': 'fail',
      'control-plane-in-private-subnets/auditor': 'fail',
      'images-reachable/auditor': 'fail',
      'load-balancer-subnets-ready/auditor': 'fail',
      'other-side-connected/pair': 'fail',
      'private-worker-subnets/auditor': 'fail',
      'routes-to-other-side/pair': 'fail',
    },
    observed: ({ auditor }) => auditor.network.mainTable,
  },
  {
    name: 'a subnet leads all of IPv6 to the internet gateway',
    guideline: 'private-worker-subnets',
    apply: ({ ledger: { ec2, network } }) =>
      addRoutes(ec2, {
        RouteTableId: network.privateTables[1],
        DestinationIpv6CidrBlock: '::/0',
        GatewayId: network.internetGateway,
      }),
    expect: {
      'control-plane-in-private-subnets/ledger': 'fail',
      'load-balancer-subnets-ready/ledger': 'fail',
      'private-worker-subnets/ledger': 'fail',
    },
    observed: '::/0',
  },
  {
    name: 'a subnet leads all of IPv6 to an egress-only gateway',
    guideline: 'private-worker-subnets',
    async apply({ ledger: { ec2, network } }) {
      const { EgressOnlyInternetGateway } =
        await ec2.createEgressOnlyInternetGateway({ VpcId: network.vpcId });
      const EgressOnlyInternetGatewayId = present(
        EgressOnlyInternetGateway?.EgressOnlyInternetGatewayId,
      );
      const route = await addRoutes(ec2, {
        RouteTableId: network.privateTables[1],
        DestinationIpv6CidrBlock: '::/0',
        EgressOnlyInternetGatewayId,
      });
      return allBack(async () => {
        await ec2.deleteEgressOnlyInternetGateway({
          EgressOnlyInternetGatewayId,
        });
      }, route);
    },
    expect: {},
    because: 'nobody comes in by an egress-only gateway',
  },
  {
    name: 'a private subnet is called public',
    guideline: 'private-worker-subnets',
    async apply({ auditor: { ec2, network } }) {
      const change = {
        Resources: network.privateSubnets.slice(0, 1),
        Tags: [{ Key: 'Name', Value: 'public-a' }],
      };
      await ec2.createTags(change);
      return async () => void (await ec2.deleteTags(change));
    },
    expect: {},
    because: 'the route table decides, and no name',
  },
  {
    name: 'a machine has a public address on its second interface',
    guideline: 'private-worker-subnets',
    apply: ({ ledger }) => secondInterface(ledger, { open: true }),
    expect: { 'private-worker-subnets/ledger': 'fail' },
    observed: 'public address',
  },
  {
    name: 'a machine has a second interface without a public address',
    guideline: 'private-worker-subnets',
    apply: ({ ledger }) => secondInterface(ledger, { open: false }),
    expect: {},
    because: 'the VPC CNI gives its machines interfaces all the time',
  },
];

async function secondInterface(side: WorldSide, { open }: { open: boolean }) {
  const { ec2, network, cluster } = side;
  const [machine] = await machinesOf(side);
  const { NetworkInterface } = await ec2.createNetworkInterface({
    SubnetId: machine?.SubnetId ?? network.privateSubnets[0],
    Groups: [cluster.clusterGroup],
  });
  const NetworkInterfaceId = present(NetworkInterface?.NetworkInterfaceId);
  const { AttachmentId } = await ec2.attachNetworkInterface({
    NetworkInterfaceId,
    InstanceId: machine?.InstanceId,
    DeviceIndex: 1,
  });
  const address = open
    ? await ec2.allocateAddress({ Domain: 'vpc' })
    : undefined;
  if (address) {
    const { AllocationId } = address;
    await ec2.associateAddress({ AllocationId, NetworkInterfaceId });
  }
  return async () => {
    if (address) {
      const { AllocationId, PublicIp } = address;
      await ec2.disassociateAddress({ PublicIp });
      await ec2.releaseAddress({ AllocationId });
    }
    await ec2.detachNetworkInterface({ AttachmentId });
    await ec2.deleteNetworkInterface({ NetworkInterfaceId });
  };
}
