import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parse } from 'yaml';
import type { ActAs } from '../inputs';
import { listTopology } from './listTopology';

const README = join(
  dirname(resolve(require.resolve('../index.ts'), '..')),
  'README.md',
);

interface Example {
  'act-as'?: ActAs;
  networks?: string;
  connections?: string;
}

/** What the README's examples pass as inputs. */
function examples(): Example[] {
  const blocks = readFileSync(README, 'utf8').matchAll(
    /```yaml\n([\s\S]*?)```/g,
  );
  return Array.from(blocks, ([, yaml = '']) => {
    const parsed = parse(yaml) as { with: Example } | { with: Example }[];
    return Array.isArray(parsed) ? parsed.map(one => one.with) : parsed.with;
  })
    .flat()
    .filter(example => example?.networks !== undefined);
}

const PAIR = {
  networks: `
    - { name: shop, region: eu-west-1, cluster: shop, profile: shop }
    - { name: ledger, region: eu-west-1, vpcId: vpc-0123456789abcdef0, account: "111111111111" }`,
  connections: '[{ from: shop, to: ledger, ports: { to: [50051] } }]',
};

describe('listTopology', () => {
  it('takes every example of the README', () => {
    const all = examples();
    expect(all).toHaveLength(3);
    for (const { networks = '', connections = '', 'act-as': actAs } of all) {
      const topology = listTopology({ networks, connections }, actAs ?? 'both');
      expect(topology.networks.size).toBe(2);
      expect(topology.connections).toHaveLength(1);
    }
  });

  it.each([
    { actAs: 'both', held: ['shop', 'ledger'] },
    { actAs: 'requester', held: ['shop'] },
    { actAs: 'accepter', held: ['ledger'] },
  ] as const)('holds credentials of $held as $actAs', ({ actAs, held }) => {
    const { networks } = listTopology(PAIR, actAs);
    const owned = [...networks.values()].filter(
      ({ owners }) => owners.length > 0,
    );
    expect(owned.map(({ name }) => name)).toEqual(held);
  });

  it('lets a neighbour look a network up whose account is not another one', () => {
    const { networks } = listTopology(PAIR, 'requester');
    expect(networks.get('ledger')).toMatchObject({
      elsewhere: '111111111111',
      lookup: { credentials: { profile: 'shop' } },
    });
  });
});
