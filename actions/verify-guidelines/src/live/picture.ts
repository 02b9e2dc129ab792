import {
  type LiveFacts,
  SIDES,
  type Side,
} from '@scalardl-on-eks/plugin-scalardl-common';

const TITLES: Readonly<Record<Side, string>> = {
  ledger: 'Ledger',
  auditor: 'Auditor',
};

/** Letters, digits and what a picture of mermaid cannot take for anything else. */
function plain(text: string): string {
  return text.replace(/[^\w.:/ ,()-]/g, '?');
}

/** The pair as a mermaid picture: clusters, networks, nodes, and what connects them. */
export function pairPicture(facts: LiveFacts): string {
  const lines = [
    'flowchart LR',
    ...SIDES.map(side => `  ${side}["${labelOf(facts, side)}"]`),
    ...facts.settings.applications.flatMap(({ name, cidrs }, index) => [
      `  application${index}["${plain([name, ...cidrs].join(' '))}"]`,
      ...SIDES.map(side => `  application${index} -.-> ${side}`),
    ]),
    `  auditor <-->|"${connectionOf(facts)}"| ledger`,
  ];
  return `\`\`\`mermaid\n${lines.join('\n')}\n\`\`\`\n`;
}

function labelOf(facts: LiveFacts, side: Side): string {
  const { cluster, vpc, nodes, loadBalancers } = facts[side];
  const unread = '(not read)';
  const parts = [
    TITLES[side],
    cluster.ok
      ? `${cluster.value.name}, Kubernetes ${cluster.value.version}`
      : `cluster ${unread}`,
    vpc.ok
      ? `${vpc.value.id} ${vpc.value.cidrs.join(', ')}`
      : `network ${unread}`,
    nodes.ok
      ? `${nodes.value.filter(({ ready }) => ready).length} nodes ready`
      : `nodes ${unread}`,
    ...(loadBalancers.ok
      ? loadBalancers.value.map(
          ({ listeners, scheme }) =>
            `${scheme} load balancer: ${listeners.map(({ port }) => port).join(', ')}`,
        )
      : [`load balancer ${unread}`]),
  ];
  return parts.map(plain).join('<br/>');
}

function connectionOf({ ledger, auditor }: LiveFacts): string {
  if (!ledger.vpc.ok || !auditor.vpc.ok || !auditor.peerings.ok) {
    return 'not read';
  }
  const ends = [ledger.vpc.value.id, auditor.vpc.value.id].sort().join();
  const between = auditor.peerings.value.filter(
    ({ requester, accepter }) =>
      [requester.vpcId, accepter.vpcId].sort().join() === ends,
  );
  if (between.length === 0) return 'no peering';
  return between.map(({ id, status }) => plain(`${id} ${status}`)).join(', ');
}
