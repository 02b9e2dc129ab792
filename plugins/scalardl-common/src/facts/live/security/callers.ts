import { admits } from '../../clusterConfig/placement';
import { type Fact, read, unreadable } from '../../fact';
import { lookupIn } from '../../kubernetes/labelSelector';
import { type Workload, placementOf } from '../../release/workload';
import { liveWorkloads } from '../balancers/workloads';
import type { LiveNode, LivePod } from '../kubernetes';
import { type LiveSide, SIDE_TITLES, together } from './liveSide';
import { type InterfaceClass, nodeInterfaces } from './nodeInterfaces';

/** Taints that Kubernetes sets for a while, such as on a node that is being drained. */
const PASSING_TAINT = 'node.kubernetes.io/';

/**
 * The interfaces through which the product's pods of a side call and are called: those of the nodes on which they
 * run or may run. Leaving the VPC, pods show either their own address or that of their node, so both stand for
 * them.
 */
export function productInterfaces(side: LiveSide): Fact<InterfaceClass[]> {
  const facts = together(side, [
    'nodes',
    'productPods',
    'productDeployments',
    'networkInterfaces',
    'subnets',
  ]);
  if (!facts.ok) return facts;
  const { nodes, productPods, productDeployments, ...map } = facts.value;
  const release = side.settings.release[side.side];
  const { product, envoy } = liveWorkloads(productDeployments, {
    ...side,
    release,
  });
  const title = SIDE_TITLES[side.side];
  const { classes, doubts } = nodeInterfaces({
    title,
    nodes: read(
      nodes.filter(node => mayCarry(node, [...product, ...envoy], productPods)),
      'nodes',
    ),
    instances: read([], 'instances'),
    pods: read(productPods, 'productPods'),
    ...map,
  });
  const [doubt] = doubts;
  if (doubt !== undefined) return unreadable(doubt);
  return classes.length > 0
    ? read(classes, facts.source)
    : unreadable(`no node of ${title} is there that its pods may run on`);
}

function mayCarry(
  { name, taints, labels }: LiveNode,
  workloads: readonly Workload[],
  pods: readonly LivePod[],
): boolean {
  if (pods.some(({ node }) => node === name)) return true;
  const lasting = taints
    .filter(({ key }) => !key.startsWith(PASSING_TAINT))
    .map(taint => ({ ...taint, value: taint.value ?? '' }));
  const node = { taints: lasting, labels: lookupIn(labels) };
  return workloads.some(
    workload => admits(node, placementOf(workload)) !== 'no',
  );
}
