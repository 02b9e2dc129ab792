import { admits } from '../../clusterConfig/placement';
import { type Fact, read, unreadable } from '../../fact';
import { lookupIn } from '../../kubernetes/labelSelector';
import { type Workload, placementOf } from '../../release/workload';
import {
  type ReachableWorkloads,
  reachableWorkloads,
} from '../product/reachableWorkloads';
import type { LiveNode, LivePod } from '../kubernetes';
import { type LiveSide, SIDE_TITLES, oncePerSide, together } from './liveSide';
import {
  type InterfaceClass,
  type InterfaceFacts,
  interfaceOfPod,
  nodeInterfaces,
} from './nodeInterfaces';

/** The interfaces through which the pods of a side call and are called. */
export interface ProductInterfaces {
  /** Those of Ledger's or Auditor's own pods. */
  product: InterfaceClass[];
  envoy: InterfaceClass[];
  /** Those of the nodes on which they run or may run. */
  nodes: InterfaceClass[];
}

/** Taints that Kubernetes sets for a while, such as on a node that is being drained. */
const PASSING_TAINT = 'node.kubernetes.io/';

/**
 * Pods use the interfaces of the nodes on which they run or may run, unless they have some to themselves. Leaving
 * the VPC, they show either their own address or that of their node, so both stand for them.
 */
export const productInterfaces = oncePerSide(readInterfaces);

function readInterfaces(side: LiveSide): Fact<ProductInterfaces> {
  const facts = together(side, [
    'nodes',
    'productPods',
    'productDeployments',
    'networkInterfaces',
    'subnets',
  ]);
  if (!facts.ok) return facts;
  const { productPods: pods, productDeployments, ...rest } = facts.value;
  const workloads = reachableWorkloads(productDeployments, side);
  const title = SIDE_TITLES[side.side];
  const query: InterfaceFacts = {
    ...rest,
    title,
    nodes: read(capableNodes(rest.nodes, workloads, pods), 'nodes'),
    instances: read([], 'nodes'),
    pods: read(pods, 'productPods'),
  };
  const { classes, doubts } = nodeInterfaces(query);
  const [doubt] = doubts;
  if (doubt !== undefined) return unreadable(doubt);
  if (classes.length === 0)
    return unreadable(`no node of ${title} is there that its pods may run on`);
  return read(
    {
      product: interfacesFor(podsOf(pods, side.side), query),
      envoy: interfacesFor(podsOf(pods, 'envoy'), query),
      nodes: classes.filter(({ kind }) => kind !== 'own'),
    },
    facts.source,
  );
}

function podsOf(pods: readonly LivePod[], component: string): LivePod[] {
  return pods.filter(
    ({ labels }) => labels['app.kubernetes.io/app'] === component,
  );
}

/** The nodes do not count where every one of the pods has an interface to itself. */
function interfacesFor(
  pods: readonly LivePod[],
  query: InterfaceFacts,
): InterfaceClass[] {
  const found = pods.map(pod => interfaceOfPod(pod, query));
  const alone = found.every(each => each && each.instanceId === undefined);
  const { classes } = nodeInterfaces({ ...query, pods: read(pods, 'pods') });
  return alone && pods.length > 0
    ? classes.filter(({ kind }) => kind === 'own')
    : classes;
}

function capableNodes(
  nodes: readonly LiveNode[],
  { product, envoy }: ReachableWorkloads,
  pods: readonly LivePod[],
): LiveNode[] {
  const carrying = new Set(pods.map(({ node }) => node));
  return nodes.filter(
    node =>
      carrying.has(node.name) ||
      [...product, ...envoy].some(workload => mayCarry(node, workload)),
  );
}

function mayCarry({ taints, labels }: LiveNode, workload: Workload): boolean {
  const lasting = taints
    .filter(({ key }) => !key.startsWith(PASSING_TAINT))
    .map(taint => ({ ...taint, value: taint.value ?? '' }));
  const node = { taints: lasting, labels: lookupIn(labels) };
  return admits(node, placementOf(workload)) !== 'no';
}
