import { changeObject } from '../change.ts';
import type { Mutation } from '../mutation.ts';
import { changeNode, nodesOf } from '../nodes.ts';

const ZONE = 'topology.kubernetes.io/zone';
const ZONE_ID = 'topology.k8s.aws/zone-id';

export const mutations: Mutation[] = [
  {
    name: 'two of three nodes stand in one zone',
    guideline: 'nodes-span-three-zones',
    async apply({ auditor }) {
      const [first, second] = await nodesOf(auditor);
      const zone = Object.fromEntries(
        [ZONE, ZONE_ID].map(key => [key, first?.metadata.labels?.[key]]),
      );
      return changeObject(
        auditor.kube,
        `/api/v1/nodes/${second?.metadata.name}`,
        { metadata: { labels: zone } },
      );
    },
    expect: { 'nodes-span-three-zones/auditor': 'fail' },
    observed: '2 zones',
  },
  {
    name: 'a node tells the name of its zone, and not the id',
    guideline: 'nodes-span-three-zones',
    apply: ({ ledger }) =>
      changeNode(ledger, { metadata: { labels: { [ZONE_ID]: null } } }),
    expect: {},
    because: 'the subnets tell which id has the name in this account',
  },
];
