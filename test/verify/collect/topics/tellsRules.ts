/* eslint-disable jest/no-export, jest/require-top-level-describe -- defines tests for the suite that calls it */
import { valueIn } from '../valueIn.ts';
import type { Told } from './tellsFacts.ts';

/** What is let in and out. */
export function tellsRules({ facts, side }: Told): void {
  it('tell the rules of every network ACL', () => {
    const { network, parts } = side();
    const [subnet] = network.privateSubnets;
    const acls = valueIn(facts(), 'networkAcls');
    expect(
      acls.filter(({ subnetIds }) => subnetIds.includes(subnet ?? '')),
    ).toEqual([
      {
        id: parts.networkAcl,
        subnetIds: [subnet],
        entries: expect.arrayContaining([
          {
            ruleNumber: 90,
            egress: false,
            protocol: '6',
            cidr: '10.2.0.0/20',
            ports: { from: 50051, to: 50052 },
            allow: false,
          },
        ]),
      },
    ]);
    expect(acls.flatMap(({ subnetIds }) => subnetIds)).toHaveLength(6);
  });

  it('tell the rules of every security group', () => {
    const { network, parts } = side();
    const group = valueIn(facts(), 'securityGroups').find(
      ({ id }) => id === parts.group,
    );
    expect(group).toMatchObject({ name: 'nodes' });
    const nothing = { cidrs: [], ipv6Cidrs: [], prefixListIds: [], groups: [] };
    expect(group?.ingress).toEqual(
      expect.arrayContaining([
        {
          ...nothing,
          protocol: 'tcp',
          ports: { from: 50051, to: 50052 },
          cidrs: ['10.2.0.0/20'],
          prefixListIds: [parts.prefixList],
          description: 'the Auditor',
        },
        { ...nothing, protocol: 'icmp', cidrs: ['10.0.0.0/8'] },
        {
          ...nothing,
          protocol: '-1',
          groups: [
            expect.objectContaining({
              groupId: network.group,
              accountId: '111111111111',
            }),
          ],
        },
      ]),
    );
    expect(valueIn(facts(), 'staleSecurityGroups')).toEqual([]);
  });
}
