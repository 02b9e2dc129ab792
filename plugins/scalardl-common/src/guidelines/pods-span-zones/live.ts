import type { KubernetesJson, LiveNode, LivePod } from '../../facts/live';
import { type Fact, read } from '../../facts/fact';
import { outOfService, suits } from '../../facts/live/capacity';
import {
  type Component,
  type ProductQuery,
  TITLES,
  deploymentsOf,
  readyPodsOf,
} from '../../facts/live/product';
import type { Subject } from '../../report/report';
import { combine } from '../finding';
import { liveSideCheck } from '../liveCheck';

/** Zones that are enough, as for the nodes; fewer only where the nodes offer no more. */
const ENOUGH = 3;

/** Zones without which the loss of one is the loss of all pods. */
const FEWEST = 2;

/** Judges where the pods are, by the zones of their nodes, and where they could be. */
export const live = liveSideCheck({
  needs: ['productPods', 'nodes'],
  check: ({ productPods, nodes }, { side, settings, given }) => {
    const query = { side, settings };
    const { productDeployments } = given;
    const offeredTo = (component: Component) =>
      productDeployments.ok
        ? read(
            zonesOffered(component, {
              query,
              nodes,
              deployments: productDeployments.value,
            }),
            productDeployments.source,
          )
        : productDeployments;
    return combine(
      ([side, 'envoy'] as const).flatMap(component =>
        zoneSubjects(component, {
          nodes,
          offered: offeredTo(component),
          pods: readyPodsOf(productPods, component, query),
        }),
      ),
      {
        none: 'no ready pod of the product or of Envoy',
        expected: `pods in ${ENOUGH} zones, or in every one of fewer that the nodes stand in, and in ${FEWEST} at least`,
      },
    );
  },
});

/** The zones of nodes that surely take the component's pods now. */
function zonesOffered(
  component: Component,
  {
    query,
    nodes,
    deployments,
  }: {
    query: ProductQuery;
    nodes: readonly LiveNode[];
    deployments: readonly KubernetesJson[];
  },
): string[] {
  const workloads = deploymentsOf(deployments, component, query);
  return distinct(
    nodes
      .filter(
        node => !outOfService(node) && suits(node, workloads).answer === 'yes',
      )
      .map(zoneOf),
  );
}

function zoneSubjects(
  component: Component,
  {
    pods,
    nodes,
    offered,
  }: {
    pods: readonly LivePod[];
    nodes: readonly LiveNode[];
    offered: Fact<string[]>;
  },
): Subject[] {
  if (pods.length === 0) return [];
  const id = TITLES[component];
  const zones = pods.map(({ node: name }) => {
    const node = nodes.find(candidate => candidate.name === name);
    return node && zoneOf(node);
  });
  const known = distinct(zones);
  const where = `${pods.length} ${id} pods in ${known.join(', ') || 'no known zone'}`;
  const most = Math.max(FEWEST, Math.min(ENOUGH, pods.length));
  const wanted = offered.ok
    ? Math.max(FEWEST, Math.min(most, offered.value.length))
    : most;
  if (known.length >= wanted) return [{ id, verdict: 'pass', detail: where }];
  const lost = pods.find((_, index) => zones[index] === undefined);
  if (lost) {
    const detail = `the zone of ${lost.node ?? 'the node'}, on which ${lost.name} runs, is not known`;
    return [{ id, verdict: 'unknown', detail }];
  }
  if (!offered.ok && known.length >= FEWEST)
    return [{ id, verdict: 'unknown', detail: offered.reason }];
  const empty = offered.ok
    ? offered.value.filter(zone => !known.includes(zone))
    : [];
  const beside = empty.length > 0 ? `, and none in ${empty.join(', ')}` : '';
  return [{ id, verdict: 'fail', detail: `${where} only${beside}` }];
}

function zoneOf({ zone, zoneId }: LiveNode): string | undefined {
  return zone ?? zoneId;
}

function distinct(zones: readonly (string | undefined)[]): string[] {
  return [...new Set(zones.filter(zone => zone !== undefined))].sort();
}
