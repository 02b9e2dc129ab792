import type { Fact } from '../../fact';
import type { LiveInstance, LiveNetworkInterface } from '../aws';
import { type NetworkMap, type Place, interfaceAt } from '../balancers/places';
import type { LiveNode, LivePod } from '../kubernetes';
import { type LiveSide, SIDE_TITLES } from './liveSide';
import type { Peer } from './peer';

/** Interfaces of nodes and of the product's pods that stand in one subnet and hold the same groups. */
export interface InterfaceClass extends Peer, Place {
  groupIds: readonly string[];
}

/** Where the pods of a cluster are, and why that may not be all. */
export interface NodeInterfaces {
  classes: InterfaceClass[];
  doubts: string[];
}

/** What shows the interfaces of a side. */
export interface InterfaceFacts extends NetworkMap {
  /** In words, for a report: `Ledger`. */
  title: string;
  nodes: Fact<readonly LiveNode[]>;
  /** Machines by the tags of the cluster, which not every node has to carry. */
  instances: Fact<readonly LiveInstance[]>;
  pods: Fact<readonly LivePod[]>;
}

/**
 * The interfaces through which pods of a cluster call and are called: every one of its nodes, secondary ones in
 * other subnets (custom networking) included, and those that pods have to themselves. Pods get any address of
 * their subnet, so a class has all of them.
 */
export function nodeInterfaces(facts: InterfaceFacts): NodeInterfaces {
  const { nodes, instances, pods, networkInterfaces } = facts;
  const ofNodes = nodes.ok ? nodes.value.map(node => node.instanceId) : [];
  const ofTags = instances.ok
    ? instances.value
        .filter(({ state }) => state === 'running')
        .map(instance => instance.id)
    : [];
  const ids = new Set([...ofNodes, ...ofTags]);
  const found = networkInterfaces.filter(
    ({ instanceId }) => instanceId !== undefined && ids.has(instanceId),
  );
  const seen = new Set(found.map(({ instanceId }) => instanceId));
  const own = (pods.ok ? pods.value : []).map(pod =>
    interfaceOfPod(pod, facts),
  );
  const all = new Set([...found, ...own.filter(each => each !== undefined)]);
  return {
    classes: classesOf([...all], facts),
    doubts: [
      ...[nodes, pods].flatMap(fact => (fact.ok ? [] : [fact.reason])),
      ...(nodes.ok ? nodes.value : []).flatMap(node =>
        doubtsOfNode(node, { seen, facts }),
      ),
    ],
  };
}

function interfaceOfPod({ address }: LivePod, facts: InterfaceFacts) {
  return address === undefined ? undefined : interfaceAt(address, facts);
}

/** A node that is no instance (Fargate, hybrid) is seen by the interfaces of the product's pods on it. */
function doubtsOfNode(
  { name, instanceId }: LiveNode,
  {
    seen,
    facts,
  }: { seen: ReadonlySet<string | undefined>; facts: InterfaceFacts },
): string[] {
  if (instanceId !== undefined) {
    return seen.has(instanceId)
      ? []
      : [`no network interface of ${instanceId}, node ${name}, was read`];
  }
  const pods = facts.pods.ok ? facts.pods.value : [];
  return pods
    .filter(({ node }) => node === name)
    .filter(pod => !interfaceOfPod(pod, facts))
    .map(pod => `no network interface of pod ${pod.name} on ${name} was read`);
}

function classesOf(
  interfaces: readonly LiveNetworkInterface[],
  { subnets, title }: InterfaceFacts,
): InterfaceClass[] {
  const classes = new Map<string, InterfaceClass>();
  for (const { subnetId, groupIds: held } of interfaces) {
    const groupIds = [...held].sort();
    const subnet = subnets.find(({ id }) => id === subnetId);
    classes.set([subnetId, ...groupIds].join(' '), {
      title: `${title} nodes in ${subnetId}`,
      subnetId,
      ranges: subnet ? [subnet.cidr] : [],
      groupIds,
    });
  }
  return [...classes.values()];
}

/** The interfaces of every node of a side, and of the product's pods. */
export function nodeInterfacesOf(
  { side, facts }: LiveSide,
  map: NetworkMap,
): NodeInterfaces {
  const { nodes, instances, productPods: pods } = facts;
  return nodeInterfaces({
    title: SIDE_TITLES[side],
    nodes,
    instances,
    pods,
    ...map,
  });
}
