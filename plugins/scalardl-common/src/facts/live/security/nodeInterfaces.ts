import type { Fact } from '../../fact';
import type { LiveInstance, LiveNetworkInterface } from '../aws';
import { interfaceAt, interfacesOf } from '../balancers/interfaces';
import type { NetworkMap, Place } from '../balancers/places';
import type { LiveNode, LivePod } from '../kubernetes';
import { type LiveSide, SIDE_TITLES } from './liveSide';
import type { Peer } from './peer';

/** Interfaces of one kind that stand in one subnet and hold the same groups. */
export interface InterfaceClass extends Peer, Place {
  groupIds: readonly string[];
  /**
   * `host` where the node itself answers there, `shared` where only its pods do (custom networking), `own` where
   * pods have an interface to themselves.
   */
  kind: 'host' | 'shared' | 'own';
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
 * other subnets included, and those that some pods have to themselves. Pods get any address of their subnet, so a
 * class has all of them.
 */
export function nodeInterfaces(facts: InterfaceFacts): NodeInterfaces {
  const { nodes, instances, pods, networkInterfaces } = facts;
  const ofNodes = nodes.ok ? nodes.value.map(node => node.instanceId) : [];
  const machines = instances.ok ? instances.value : [];
  const running = machines
    .filter(({ state }) => state === 'running')
    .map(({ id }) => id);
  const ids = new Set([...ofNodes, ...running]);
  const found = [...ids].flatMap(id =>
    id === undefined ? [] : interfacesOf(id, networkInterfaces),
  );
  const seen = new Set(found.map(({ instanceId }) => instanceId));
  const own = (pods.ok ? pods.value : [])
    .map(pod => interfaceOfPod(pod, facts))
    .filter(each => each !== undefined);
  return {
    classes: classesOf([...new Set([...found, ...own])], facts),
    doubts: [
      ...[nodes, pods].flatMap(fact => (fact.ok ? [] : [fact.reason])),
      ...(nodes.ok ? nodes.value : []).flatMap(node =>
        doubtsOfNode(node, { seen, facts }),
      ),
    ],
  };
}

/** The interface that has the address of a pod: its own, or one of its node. */
export function interfaceOfPod(
  { address }: LivePod,
  { networkInterfaces }: NetworkMap,
): LiveNetworkInterface | undefined {
  return address === undefined
    ? undefined
    : interfaceAt(address, networkInterfaces);
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
  { subnets, title, instances }: InterfaceFacts,
): InterfaceClass[] {
  const homes = new Map(
    (instances.ok ? instances.value : []).map(each => [each.id, each.subnetId]),
  );
  const classes = new Map<string, InterfaceClass>();
  for (const { subnetId, groupIds: held, instanceId } of interfaces) {
    const groupIds = [...held].sort();
    const home = homes.get(instanceId ?? '') ?? subnetId;
    const ofNode = home === subnetId ? 'host' : 'shared';
    const kind = instanceId === undefined ? 'own' : ofNode;
    const subnet = subnets.find(({ id }) => id === subnetId);
    classes.set([kind, subnetId, ...groupIds].join(' '), {
      title: `${title} ${kind === 'host' ? 'nodes' : 'pods'} in ${subnetId}`,
      subnetId,
      ranges: subnet ? [subnet.cidr] : [],
      groupIds,
      kind,
    });
  }
  return [...classes.values()];
}

/** The interfaces of every node of a side, and of the product's pods. */
export function nodeInterfacesOf(
  { side, facts }: LiveSide,
  { networkInterfaces, subnets }: NetworkMap,
): NodeInterfaces {
  const { nodes, instances, productPods: pods } = facts;
  return nodeInterfaces({
    title: SIDE_TITLES[side],
    nodes,
    instances,
    pods,
    networkInterfaces,
    subnets,
  });
}
