import type { WorldSide } from '../../world/world.ts';
import { allBack } from '../change.ts';
import type { Mutation } from '../mutation.ts';
import { replaceRoute } from '../routes.ts';

export const mutations: Mutation[] = [
  {
    name: 'two zones leave through the gateway of one',
    guideline: 'nat-gateway-per-zone',
    apply: ({ ledger }) => leaveBy(ledger, { table: 1, gateway: 0 }),
    expect: { 'nat-gateway-per-zone/ledger': 'fail' },
    observed: 'nat-',
  },
  {
    name: 'every zone has a gateway, and two of them leave through the one of the other',
    guideline: 'nat-gateway-per-zone',
    async apply({ auditor }) {
      const first = await leaveBy(auditor, { table: 0, gateway: 2 });
      return allBack(first, await leaveBy(auditor, { table: 2, gateway: 0 }));
    },
    expect: { 'nat-gateway-per-zone/auditor': 'fail' },
    observed: 'nat-',
  },
];

function leaveBy(
  { ec2, network }: WorldSide,
  { table, gateway }: { table: number; gateway: number },
) {
  return replaceRoute(
    ec2,
    {
      RouteTableId: network.privateTables[table],
      DestinationCidrBlock: '0.0.0.0/0',
      NatGatewayId: network.natGateways[table],
    },
    { NatGatewayId: network.natGateways[gateway] },
  );
}
