/* eslint-disable jest/no-export, jest/require-top-level-describe -- defines tests for the suite that calls it */

import type { SideLiveFacts } from '@scalardl-on-eks/plugin-scalardl-common';
import type { Effect } from '../../../testbed/fault.ts';
import { collectAws } from '../collectAws.ts';
import type { Ready } from '../onPair.ts';
import { unreadOf } from '../seen.ts';
import { valueIn } from '../valueIn.ts';

/** What cannot be read becomes a reason, and the rest is read. */
export function outlastsFaults(ready: () => Ready): void {
  const meanwhile = async <T>(
    operation: string,
    effect: Effect,
    work: () => Promise<T>,
  ): Promise<T> => {
    const fault = await ready().testbed.inject({
      match: { operation },
      effect,
    });
    try {
      return await work();
    } finally {
      await fault.remove();
    }
  };
  const ledger = () => ready().world.ledger;
  const kubernetes = { nodes: [] };

  it('leave the rest where one call is denied, and name it', async () => {
    const facts = await meanwhile('DescribeSubnets', { kind: 'deny' }, () =>
      collectAws(ledger(), { kubernetes }),
    );
    expect(unreadOf(facts)).toEqual({
      subnets: expect.stringMatching(
        /^ec2:DescribeSubnets of vpc-\w+ failed with the Ledger's credentials .*Allow ec2:DescribeSubnets in the policy/,
      ),
    });
  });

  it('give one reason for all of a network whose cluster is denied', async () => {
    const { identity, clusterVersions, databases, ...rest } = await meanwhile(
      'DescribeCluster',
      { kind: 'deny' },
      () => collectAws(ledger()),
    );
    expect([identity.ok, clusterVersions.ok, databases.ok]).toEqual([
      true,
      true,
      true,
    ]);
    const reasons = Object.values(unreadOf(rest));
    expect(reasons).toHaveLength(Object.keys(rest).length);
    expect(new Set(reasons)).toEqual(
      new Set([expect.stringContaining('eks:DescribeCluster of pay-ledger')]),
    );
  });

  it('say that there is no such cluster', async () => {
    const { cluster } = await collectAws({
      ...ledger(),
      cluster: 'pay-nobody',
    });
    expect(cluster).toMatchObject({
      ok: false,
      reason: expect.stringContaining(
        'expected an EKS cluster named pay-nobody in eu-central-1, found none',
      ),
    });
  });

  it('go on where one source does not answer', async () => {
    const silence = { kind: 'latency', milliseconds: 600_000 } as const;
    const facts = await meanwhile('DescribeSubnets', silence, () =>
      collectAws(ledger(), { kubernetes, patience: 20_000 }),
    );
    expect(unreadOf(facts)).toEqual({
      subnets: 'ec2:DescribeSubnets did not answer within 20 seconds',
    });
  });

  it('read through throttling and passing faults', async () => {
    const { testbed } = ready();
    const throttled = await testbed.inject({
      effect: { kind: 'throttle' },
      every: 5,
      times: 10,
    });
    const facts = await collectAws(ledger(), { kubernetes });
    expect(await throttled.hits()).toBe(10);
    await throttled.remove();
    expect(unreadOf(facts)).toEqual({});
  });

  it('know a load balancer whose attributes are denied', async () => {
    const { loadBalancers } = await meanwhile(
      'DescribeTargetGroupAttributes',
      { kind: 'deny' },
      () => collectAws(ledger()),
    );
    expect(loadBalancers).toMatchObject({
      ok: true,
      value: [{ targetGroups: [{ preservesClientAddress: undefined }] }],
    });
  });

  it('know what prefix lists, private zones and gateways are, where only a part of it is denied', async () => {
    const denied = (operation: string, work: () => Promise<SideLiveFacts>) =>
      meanwhile(operation, { kind: 'deny' }, work);
    const facts = await denied('DescribeManagedPrefixLists', () =>
      denied('ListResourceRecordSets', () =>
        denied('SearchTransitGatewayRoutes', () =>
          collectAws(ledger(), { kubernetes }),
        ),
      ),
    );
    expect(unreadOf(facts)).toEqual({
      transitGatewayRouteTables: expect.stringContaining(
        'Allow ec2:SearchTransitGatewayRoutes in the policy',
      ),
    });
    expect(valueIn(facts, 'prefixLists')).toContainEqual({
      id: ledger().parts.prefixList,
      cidrs: ['10.8.0.0/16', '10.9.0.0/16'],
    });
    expect(valueIn(facts, 'privateZones')).toEqual([
      {
        id: ledger().names.zone,
        name: 'payments.internal',
        owner: '111111111111',
        unread: expect.stringContaining(
          'Allow route53:ListResourceRecordSets in the policy',
        ),
      },
    ]);
  });
}
