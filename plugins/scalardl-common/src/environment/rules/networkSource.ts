import { type Breach, type Rule, type SideEntry, sidesOf } from './rule';

/** A side has either a new VPC (`cidr` and `zones`) or one that is already there (`existing`). */
export const networkSource: Rule = environment =>
  sidesOf(environment).flatMap(entry => [...neither(entry), ...both(entry)]);

const NEW_VPC = ['cidr', 'zones'] as const;

function neither({ parts, path }: SideEntry): Breach[] {
  const { network } = parts;
  if (!network || has(network, 'existing')) return [];
  return NEW_VPC.filter(key => !has(network, key)).map(key => ({
    path: [...path, 'network', key],
    expected: 'cidr and zones of a new VPC, or existing',
    received: `no ${key}`,
    remedy: `Add network.${key}, or describe the VPC that is already there in network.existing.`,
  }));
}

function both({ parts, path }: SideEntry): Breach[] {
  const { network } = parts;
  if (!network || !has(network, 'existing')) return [];
  return NEW_VPC.filter(key => has(network, key)).map(key => ({
    path: [...path, 'network', key],
    expected: `no ${key} beside existing`,
    received: 'both',
    remedy: `Remove network.${key} for the VPC that is already there, or network.existing for a new one.`,
  }));
}

/** Also true for a key whose value is broken: it was written, so it is not missing. */
function has(network: object, key: string): boolean {
  return key in network;
}
