import { type Breach, type Rule, type SideEntry, sidesOf } from './rule';

/** Ports of the pods that must not be reachable from outside their VPC. */
const INNER_PORTS: Readonly<Record<number, string>> = {
  50053: "Ledger's admin port",
  40053: "Auditor's admin port",
  8080: "the products' metrics port",
  9001: "Envoy's admin port",
};

/** The two ports of a load balancer differ, and none looks like a port that stays inside. */
export const loadBalancerPorts: Rule = environment =>
  sidesOf(environment).flatMap(entry => [
    ...samePort(entry),
    ...innerPort(entry, 'client'),
    ...innerPort(entry, 'privileged'),
  ]);

function samePort({ parts, path }: SideEntry): Breach[] {
  const { client, privileged } = parts.loadBalancerPorts ?? {};
  if (client === undefined || client !== privileged) return [];
  return [
    {
      path: [...path, 'loadBalancerPorts', 'privileged'],
      expected: `a port other than ${client} (loadBalancerPorts.client)`,
      received: `${privileged}`,
      remedy: 'Give the two listeners different ports.',
    },
  ];
}

function innerPort(
  { parts, path }: SideEntry,
  key: 'client' | 'privileged',
): Breach[] {
  const port = parts.loadBalancerPorts?.[key];
  const name = port === undefined ? undefined : INNER_PORTS[port];
  if (!name) return [];
  return [
    {
      path: [...path, 'loadBalancerPorts', key],
      expected: `a port other than ${Object.keys(INNER_PORTS).join(', ')}`,
      received: `${port}, ${name}`,
      remedy:
        'Choose another port: that one must not be reachable from other networks.',
    },
  ];
}
