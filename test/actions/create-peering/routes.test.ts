import {
  createRouteTable,
  createSecurityGroup,
  present,
} from '../../testbed/awsClients.ts';
import { onBed } from './onBed.ts';
import { CONNECTIONS, type Pair, networkEntry } from './pair.ts';
import { errorsOf } from './told.ts';

/** The lists of the pair, with more keys for one of the networks. */
function listsWith(
  { auditor, ledger }: Pair,
  more: { auditor?: object; ledger?: object },
) {
  return {
    networks: JSON.stringify([
      { ...networkEntry(auditor), ...more.auditor },
      { ...networkEntry(ledger), ...more.ledger },
    ]),
    connections: JSON.stringify(CONNECTIONS),
  };
}

onBed('create-peering and the ranges and tables of a VPC', bed => {
  it('reaches ranges that were added to a VPC later', async () => {
    const pair = await bed().pair({ ledger: { secondary: '100.64.0.0/20' } });
    expect(errorsOf(await pair.run())).toEqual([]);
    const { routes, rules } = await pair.dump();
    expect(routes['auditor private 2']).toEqual(
      expect.arrayContaining([
        '10.1.0.0/20 → peering auditor→ledger active',
        '100.64.0.0/20 → peering auditor→ledger active',
      ]),
    );
    expect(rules['auditor group']?.join()).toContain(
      'tcp 40052-40052 from 100.64.0.0/20',
    );
    expect((await pair.run()).writes).toEqual([]);
  });

  it('routes in the main table where a subnet has none of its own', async () => {
    const pair = await bed().pair();
    const { client, vpcId, privateTables } = pair.auditor;
    const { RouteTables = [] } = await client.describeRouteTables({
      Filters: [{ Name: 'vpc-id', Values: [vpcId] }],
    });
    const table = RouteTables.find(
      ({ RouteTableId }) => RouteTableId === privateTables[0],
    );
    await client.disassociateRouteTable({
      AssociationId: present(table?.Associations?.[0]?.RouteTableAssociationId),
    });
    expect(errorsOf(await pair.run())).toEqual([]);
    const { routes } = await pair.dump();
    const route = '10.1.0.0/20 → peering auditor→ledger active';
    expect(routes['auditor main']).toContain(route);
    expect(routes['auditor private 1']).toContain(route);
    expect(routes['auditor private 0']).not.toContain(route);
    expect(routes['auditor public']).not.toContain(route);
  });

  it('takes the subnets that are named, by id or by tags, and moves when they change', async () => {
    const pair = await bed().pair();
    const { auditor, ledger } = pair;
    await ledger.client.createTags({
      Resources: ledger.privateSubnets.slice(1),
      Tags: [{ Key: 'tier', Value: 'private' }],
    });
    const inputs = listsWith(pair, {
      auditor: { subnets: [auditor.privateSubnets[0]] },
      ledger: { subnets: { tier: 'private' } },
    });
    expect(errorsOf(await pair.run({ inputs }))).toEqual([]);
    expect(tablesWithPeering(await pair.dump())).toEqual([
      'auditor private 0',
      'ledger private 1',
      'ledger private 2',
    ]);
    const moved = listsWith(pair, {
      auditor: { subnets: [auditor.privateSubnets[2]] },
    });
    expect(errorsOf(await pair.run({ inputs: moved }))).toEqual([]);
    expect(tablesWithPeering(await pair.dump())).toEqual([
      'auditor private 2',
      'ledger private 0',
      'ledger private 1',
      'ledger private 2',
    ]);
  });

  it('asks AWS as often for many tables as for few', async () => {
    const [few, many] = await Promise.all([bed().pair(), bed().pair()]);
    const { client, vpcId } = many.auditor;
    await Promise.all(
      Array.from({ length: 20 }, () => createRouteTable(client, vpcId)),
    );
    const [one, other] = await Promise.all([
      few.run({ inputs: { mode: 'plan' } }),
      many.run({ inputs: { mode: 'plan' } }),
    ]);
    expect(other.calls.length).toBe(one.calls.length);
  });

  it('opens a group of nodes that do not carry the one of the cluster', async () => {
    const pair = await bed().pair();
    const { client, vpcId, privateSubnets } = pair.ledger;
    const group = await createSecurityGroup(client, vpcId, 'self-managed');
    await client.runInstances({
      ImageId: 'ami-0123456789abcdef0',
      MinCount: 1,
      MaxCount: 1,
      SubnetId: privateSubnets[0],
      SecurityGroupIds: [group],
      TagSpecifications: [
        {
          ResourceType: 'instance',
          Tags: [{ Key: 'kubernetes.io/cluster/ledger', Value: 'owned' }],
        },
      ],
    });
    expect(errorsOf(await pair.run())).toEqual([]);
    const { SecurityGroupRules = [] } = await client.describeSecurityGroupRules(
      {
        Filters: [{ Name: 'group-id', Values: [group] }],
      },
    );
    expect(
      SecurityGroupRules.flatMap(({ IsEgress, FromPort }) =>
        IsEgress ? [] : [FromPort],
      ).sort(),
    ).toEqual([50051, 50052]);
    const { rules } = await pair.dump();
    expect(rules['ledger group']).toHaveLength(3);
  });

  it('opens the ports that are wanted now, and closes those that were', async () => {
    const pair = await bed().pair();
    expect(errorsOf(await pair.run())).toEqual([]);
    const connections = JSON.stringify([
      { ...CONNECTIONS[0], ports: { to: [60051, '30000-32767'] } },
    ]);
    expect(errorsOf(await pair.run({ inputs: { connections } }))).toEqual([]);
    const { rules } = await pair.dump();
    expect(
      rules['auditor group']?.filter(rule => rule.startsWith('tcp')),
    ).toEqual([]);
    expect(
      rules['ledger group']
        ?.filter(rule => rule.startsWith('tcp'))
        .map(rule => rule.replace(/ ".*/, '')),
    ).toEqual([
      'tcp 30000-32767 from 10.1.16.0/20',
      'tcp 60051-60051 from 10.1.16.0/20',
    ]);
  });
});

function tablesWithPeering({
  routes,
}: Awaited<ReturnType<Pair['dump']>>): string[] {
  return Object.keys(routes)
    .filter(table => routes[table]?.some(route => route.includes('→ peering')))
    .sort();
}
