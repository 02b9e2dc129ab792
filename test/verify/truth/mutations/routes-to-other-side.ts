import type { Undo } from '../../world/kube.ts';
import type { World } from '../../world/world.ts';
import { allBack } from '../change.ts';
import { ontoMainTable } from '../mainTable.ts';
import type { Mutation } from '../mutation.ts';
import { createPrefixList } from '../prefixList.ts';
import { addRoutes, removeRoutes, replaceRoute } from '../routes.ts';
import { addSubnet, useForPods } from '../subnet.ts';

const LOST: Mutation['expect'] = {
  'other-side-connected/pair': 'fail',
  'routes-to-other-side/pair': 'fail',
};

/** A second range of the Auditor's VPC. */
const SECOND = '100.64.0.0/20';

export const mutations: Mutation[] = [
  {
    name: 'one of three private route tables has no route to the other side',
    guideline: 'routes-to-other-side',
    apply: world => removeRoutes(world.ledger.ec2, toAuditor(world, 1)),
    expect: LOST,
    observed: ({ ledger }) => ledger.network.privateTables[1] ?? '',
  },
  {
    name: 'a longer prefix inside the range of the other side leads to a NAT gateway',
    guideline: 'routes-to-other-side',
    apply: ({ auditor: { ec2, network } }) =>
      addRoutes(ec2, {
        RouteTableId: network.privateTables[0],
        DestinationCidrBlock: '10.1.8.0/24',
        NatGatewayId: network.natGateways[0],
      }),
    expect: { ...LOST, 'no-competing-routes/pair': 'fail' },
    observed: '10.1.8.0/24',
  },
  {
    name: 'a shorter prefix around the range of the other side leads to a NAT gateway',
    guideline: 'routes-to-other-side',
    apply: ({ ledger: { ec2, network } }) =>
      addRoutes(ec2, {
        RouteTableId: network.privateTables[0],
        DestinationCidrBlock: '10.0.0.0/8',
        NatGatewayId: network.natGateways[0],
      }),
    expect: {},
    because: 'the longest prefix wins, and that is the route to the peering',
  },
  {
    name: 'two halves lead to the peering instead of the whole range',
    guideline: 'routes-to-other-side',
    async apply(world) {
      const { ec2 } = world.ledger;
      const whole = toAuditor(world, 2);
      const halves = await addRoutes(
        ec2,
        ...['10.1.16.0/21', '10.1.24.0/21'].map(DestinationCidrBlock => ({
          ...whole,
          DestinationCidrBlock,
        })),
      );
      return allBack(halves, await removeRoutes(ec2, whole));
    },
    expect: {},
    because: 'together they hold every address of the range',
  },
  {
    name: 'a prefix list leads to the peering instead of the range',
    guideline: 'routes-to-other-side',
    async apply(world) {
      const { ec2 } = world.ledger;
      const whole = toAuditor(world, 0);
      const list = await createPrefixList(ec2, world.auditor.plan.cidr);
      const listed = await addRoutes(ec2, {
        RouteTableId: whole.RouteTableId,
        DestinationPrefixListId: list.id,
        VpcPeeringConnectionId: whole.VpcPeeringConnectionId,
      });
      return allBack(list.remove, listed, await removeRoutes(ec2, whole));
    },
    expect: {},
    because: 'the only entry of the list is the range',
  },
  {
    name: 'a subnet has no association, and the main table has the same routes',
    guideline: 'routes-to-other-side',
    async apply(world) {
      const { ledger, application, applicationPeerings } = world;
      const { ec2, network } = ledger;
      const RouteTableId = network.mainTable;
      const routes = await addRoutes(
        ec2,
        { ...toAuditor(world, 0), RouteTableId },
        {
          RouteTableId,
          DestinationCidrBlock: application.cidr,
          VpcPeeringConnectionId: applicationPeerings.ledger,
        },
        {
          RouteTableId,
          DestinationCidrBlock: '0.0.0.0/0',
          NatGatewayId: network.natGateways[0],
        },
      );
      return allBack(routes, await ontoMainTable(ledger, 0));
    },
    expect: {},
    because: 'a subnet without an association uses the main table',
  },
  {
    name: 'the other VPC has a second range, to which nothing leads',
    guideline: 'routes-to-other-side',
    apply: secondRange,
    expect: LOST,
    observed: '0.0.0.0/0',
  },
  {
    name: 'the other VPC has a second range, and every table leads there too',
    guideline: 'routes-to-other-side',
    async apply(world) {
      const range = await secondRange(world);
      const { ec2, network } = world.ledger;
      const routes = await addRoutes(
        ec2,
        ...network.privateTables.map((_, index) => ({
          ...toAuditor(world, index),
          DestinationCidrBlock: SECOND,
        })),
      );
      return allBack(range, routes);
    },
    expect: {},
    because: 'each range has a route of its own',
  },
  {
    name: 'pods have a subnet of their own, whose table leads to the internet only',
    guideline: 'routes-to-other-side',
    async apply({ ledger }) {
      const { ec2, network } = ledger;
      const { RouteTable } = await ec2.createRouteTable({
        VpcId: network.vpcId,
      });
      const RouteTableId = RouteTable?.RouteTableId ?? '';
      const route = await addRoutes(ec2, {
        RouteTableId,
        DestinationCidrBlock: '0.0.0.0/0',
        NatGatewayId: network.natGateways[0],
      });
      const subnet = await addSubnet(ledger, {
        cidr: '10.1.12.0/24',
        table: RouteTableId,
      });
      const pods = await useForPods(ledger, subnet.id);
      return allBack(
        async () => void (await ec2.deleteRouteTable({ RouteTableId })),
        route,
        subnet.remove,
        pods,
      );
    },
    expect: { ...LOST, 'applications-peered/application:shop': 'fail' },
    observed: '0.0.0.0/0',
  },
  {
    name: 'a prefix list hides a longer prefix that leads elsewhere',
    guideline: 'routes-to-other-side',
    async apply({ ledger: { ec2, network } }) {
      const list = await createPrefixList(ec2, '10.1.24.0/23', '10.8.0.0/16');
      const route = await addRoutes(ec2, {
        RouteTableId: network.privateTables[1],
        DestinationPrefixListId: list.id,
        NatGatewayId: network.natGateways[1],
      });
      return allBack(list.remove, route);
    },
    expect: { ...LOST, 'no-competing-routes/pair': 'fail' },
    observed: 'nat-',
  },
  {
    name: 'a part of the range leads to the peering with a third VPC',
    guideline: 'routes-to-other-side',
    apply: world =>
      addRoutes(world.ledger.ec2, {
        ...toAuditor(world, 0),
        DestinationCidrBlock: '10.1.22.0/24',
        VpcPeeringConnectionId: world.applicationPeerings.ledger,
      }),
    expect: { ...LOST, 'no-competing-routes/pair': 'fail' },
    observed: ({ applicationPeerings }) => applicationPeerings.ledger,
  },
  {
    name: 'the whole range leads to the peering with a third VPC, in one table',
    guideline: 'routes-to-other-side',
    apply: world =>
      replaceRoute(world.ledger.ec2, toAuditor(world, 2), {
        VpcPeeringConnectionId: world.applicationPeerings.ledger,
      }),
    expect: { ...LOST, 'no-competing-routes/pair': 'fail' },
    observed: ({ applicationPeerings }) => applicationPeerings.ledger,
  },
];

/** The Ledger's route to the Auditor in one of its private tables. */
function toAuditor({ ledger, auditor, peeringId }: World, table: number) {
  return {
    RouteTableId: ledger.network.privateTables[table] ?? '',
    DestinationCidrBlock: auditor.plan.cidr,
    VpcPeeringConnectionId: peeringId,
  };
}

async function secondRange({ auditor }: World): Promise<Undo> {
  const { ec2, network } = auditor;
  const { CidrBlockAssociation } = await ec2.associateVpcCidrBlock({
    VpcId: network.vpcId,
    CidrBlock: SECOND,
  });
  const AssociationId = CidrBlockAssociation?.AssociationId;
  return async () =>
    void (await ec2.disassociateVpcCidrBlock({ AssociationId }));
}
