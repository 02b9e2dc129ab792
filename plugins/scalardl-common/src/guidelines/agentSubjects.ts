import type { KubernetesJson, LiveNode } from '../facts/live';
import { isCovered, readiness } from '../facts/live/monitoring';
import { isFargate } from '../facts/live/nodes/nodeKind';
import type { Subject } from '../report/report';
import { verdictOf } from './certainty';

/** Whether agents that run as DaemonSets serve, and come to every machine; a tainted one needs a toleration. */
export function agentSubjects(
  agents: readonly KubernetesJson[],
  nodes: readonly LiveNode[],
): Subject[] {
  return [
    ...agents.flatMap(agent => servingSubject(agent, nodes)),
    ...nodes
      .filter(node => !isFargate(node))
      .map(node => coverageSubject(node, agents)),
  ];
}

/** One for another operating system wants no pods; one for a node of Fargate waits for ever, and nobody misses it. */
function servingSubject(
  agent: KubernetesJson,
  nodes: readonly LiveNode[],
): Subject[] {
  const id = titleOf(agent);
  const { desired: wanted, ready } = readiness(agent);
  const onFargate = nodes.filter(
    node => isFargate(node) && isCovered(node, [agent]) === 'yes',
  );
  const desired = Math.max(0, wanted - onFargate.length);
  if (desired === 0) return [];
  return [
    {
      id,
      verdict: ready >= desired ? 'pass' : 'fail',
      detail: `${ready} of ${desired} pods of ${id} are ready`,
    },
  ];
}

function coverageSubject(
  node: LiveNode,
  agents: readonly KubernetesJson[],
): Subject {
  const answer = isCovered(node, agents);
  const names = agents.map(titleOf).join(', ');
  const taints = node.taints.map(({ key, effect }) => `${key}:${effect}`);
  const details = {
    yes: `${names} comes to ${node.name}`,
    no: `${names} does not come to ${node.name}${taints.length > 0 ? `, which has the taint ${taints.join(', ')}` : ''}`,
    unknown: `whether ${names} comes to ${node.name} cannot be told`,
  };
  return { id: node.name, verdict: verdictOf(answer), detail: details[answer] };
}

function titleOf({ kind, metadata }: KubernetesJson): string {
  return `${kind} ${metadata.namespace}/${metadata.name}`;
}
