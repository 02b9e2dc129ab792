/* eslint-disable jest/no-export, jest/require-top-level-describe -- defines tests for the suite that calls it */

import { collectAws } from '../collectAws.ts';
import type { Ready } from '../onPair.ts';
import { fromKubernetes, unreadOf } from '../seen.ts';
import { smallPages } from '../smallPages.ts';

/** Where AWS says that a listing goes on. */
const TOKENS = ['NextToken', 'nextToken', 'Marker', 'ExclusiveStartTableName'];

/** Everything is read, in whatever pages it comes, and nothing is written. */
export function readsOnly(ready: () => Ready): void {
  it('read every fact of both sides at the same time, and write nothing', async () => {
    const { testbed, world } = ready();
    const before = (await testbed.calls()).length;
    const sides = [world.ledger, world.auditor];
    const both = () =>
      Promise.all(
        sides.map(side =>
          collectAws(side, { kubernetes: fromKubernetes(side) }),
        ),
      );
    const first = await both();
    expect(first.map(unreadOf)).toEqual([{}, {}]);
    expect(asJson(await both())).toEqual(asJson(first));
    expect(await testbed.writes(before)).toEqual([]);
  });

  it('turn every page', async () => {
    const { testbed, world } = ready();
    const side = world.ledger;
    const kubernetes = fromKubernetes(side);
    const whole = await collectAws(side, { kubernetes });
    const before = (await testbed.calls()).length;
    const inPages = await collectAws(side, { kubernetes, opened: smallPages });
    const continued = (await testbed.calls(before))
      .filter(({ parameters }) => TOKENS.some(token => token in parameters))
      .map(({ operation }) => operation);
    expect([...new Set(continued)].sort()).toEqual([
      'DescribeInstances',
      'DescribeLoadBalancers',
      'DescribeNetworkInterfaces',
      'DescribeRouteTables',
      'DescribeSecurityGroups',
      'DescribeSubnets',
      'DescribeVolumes',
      'ListNodegroups',
      'ListResolverRuleAssociations',
      'ListResolverRules',
      'ListTables',
    ]);
    expect(asJson(inPages)).toEqual(asJson(whole));
  });
}

/** Without the methods of the properties, which are new ones every time. */
function asJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
