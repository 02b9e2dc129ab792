import { openToEverybody } from '../../facts/live/security/everybody';
import type { InterfaceClass } from '../../facts/live/security/nodeInterfaces';
import { type GroupBook, rulesOfGroups } from '../../facts/live/security/rules';
import type { Subject } from '../../report/report';

/** The ports that Kubernetes gives to Services on every node. */
const NODE_PORTS = { from: 30000, to: 32767 };

/** Whether the groups of the nodes keep somebody out of every port of the product and every node port. */
export function judgeNodes(
  classes: readonly InterfaceClass[],
  { ports, book }: { ports: readonly number[]; book: GroupBook },
): Subject[] {
  const sets = new Map(
    classes.map(({ groupIds }) => [groupIds.join(', '), groupIds]),
  );
  return [...sets].map(([id, groupIds]) => {
    const asked = [...ports, ...nodePortsOf(groupIds, book)];
    const found = asked.map(port => openToEverybody(groupIds, port, book));
    const open = found.find(({ answer }) => answer === 'yes');
    if (open) return { id, verdict: 'fail', detail: open.detail };
    const doubt = found.find(({ answer }) => answer === 'unknown');
    if (doubt) return { id, verdict: 'unknown', detail: doubt.detail };
    const detail = `${id} admit nobody but named ranges to ${ports.join(', ')} and the node ports`;
    return { id, verdict: 'pass', detail };
  });
}

/**
 * Where rules begin to speak of node ports. As many rules as ever speak of one port speak of the port at which the
 * last of them begins, so these are enough.
 */
function nodePortsOf(groupIds: readonly string[], book: GroupBook): number[] {
  const { rules } = rulesOfGroups(groupIds, 'ingress', book);
  const begins = rules
    .map(({ rule }) => rule.ports ?? { from: 0, to: 65535 })
    .filter(({ from, to }) => from <= NODE_PORTS.to && to >= NODE_PORTS.from)
    .map(({ from }) => Math.max(from, NODE_PORTS.from));
  return [...new Set(begins)];
}
