import type { Peering } from '../peering/peering';
import type { RouteTable } from '../routes/routeTable';
import type { Rule } from '../rules/rule';
import type { Half } from './link';

/** What a test of a pure comparison needs of a half; AWS is not part of it. */
export interface HalfSketch {
  tables?: readonly RouteTable[];
  rules?: readonly Rule[];
  peerings?: readonly Peering[];
  effective?: readonly string[];
  open?: Half['open'];
  other?: Partial<Half['other']>;
}

/** The Auditor's half of a connection with the Ledger. */
export function halfOf({
  tables = [],
  rules = [],
  peerings = [],
  effective = tables.map(({ id }) => id),
  open = [],
  other,
}: HalfSketch): Half {
  const network = {
    name: 'auditor',
    key: 'networks[0]',
    region: 'eu-west-1',
    accountId: '222222222222',
    vpcId: 'vpc-auditor',
    ranges: ['10.1.16.0/20'],
    isRead: true,
    resolvesNames: true,
    effectiveTables: new Set(effective),
    groups: ['sg-1'],
    quotas: { values: {} },
    state: { tables, rules, peerings },
  };
  return {
    connection: 'auditor-ledger',
    // Nothing that is pure asks for the declaration or the clients.
    network: network as unknown as Half['network'],
    other: {
      name: 'ledger',
      key: 'networks[1]',
      region: 'eu-west-1',
      vpcId: 'vpc-ledger',
      isRead: true,
      ...other,
    },
    end: 'from',
    open,
    dns: true,
  };
}
