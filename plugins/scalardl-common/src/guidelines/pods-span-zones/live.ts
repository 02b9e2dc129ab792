import type { LiveNode } from '../../facts/live';
import {
  type Component,
  type ProductQuery,
  TITLES,
  readyPodsOf,
} from '../../facts/live/product';
import type { Subject } from '../../report/report';
import { combine } from '../finding';
import { liveSideCheck } from '../liveCheck';

/** Judges where the pods are, by the zones of their nodes. */
export const live = liveSideCheck({
  needs: ['productPods', 'nodes'],
  check: ({ productPods, nodes }, { side, settings }) => {
    const query = { side, settings };
    return combine(
      ([side, 'envoy'] as const).flatMap(component =>
        zoneSubjects(component, {
          query,
          nodes,
          pods: readyPodsOf(productPods, component, query),
        }),
      ),
      {
        none: 'no ready pod of the product or of Envoy',
        expected: 'pods in two zones or more',
      },
    );
  },
});

function zoneSubjects(
  component: Component,
  {
    pods,
    nodes,
  }: {
    query: ProductQuery;
    pods: readonly { name: string; node?: string }[];
    nodes: readonly LiveNode[];
  },
): Subject[] {
  if (pods.length === 0) return [];
  const id = TITLES[component];
  const zones = pods.map(({ node: name }) => {
    const node = nodes.find(candidate => candidate.name === name);
    return node?.zone ?? node?.zoneId;
  });
  const known = [...new Set(zones.filter(zone => zone !== undefined))];
  const where = `${pods.length} ${id} pods in ${known.join(', ') || 'no known zone'}`;
  if (known.length >= 2) return [{ id, verdict: 'pass', detail: where }];
  const lost = pods.find((_, index) => zones[index] === undefined);
  return lost
    ? [
        {
          id,
          verdict: 'unknown',
          detail: `the zone of ${lost.node ?? 'the node'}, on which ${lost.name} runs, is not known`,
        },
      ]
    : [{ id, verdict: 'fail', detail: `${where} only` }];
}
