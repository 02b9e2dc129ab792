import type { LiveNode } from '@scalardl-on-eks/plugin-scalardl-common';
import { NODES, reads } from '../kinds';
import { kubernetesCollector } from '../kubernetesCollector';
import { foldObjects } from '../readObjects';
import { type ListedNode, liveNode } from './liveNode';

export const nodes = kubernetesCollector({
  fact: 'nodes',
  kubernetes: reads('list', NODES),
  collect: reader =>
    foldObjects<ListedNode, LiveNode[]>(reader, NODES, {
      start: () => [],
      add: (all, node) => all.push(liveNode(node)),
    }),
});
