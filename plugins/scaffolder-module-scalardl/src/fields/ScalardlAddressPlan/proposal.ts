import {
  DEFAULT_SIDE_PREFIX,
  SIDES,
  type Side,
  type TakenRange,
  findInstanceType,
  firstFreePair,
  parseCidr,
  smallestVpcPrefix,
} from '@scalardl-on-eks/plugin-scalardl-common';
import type { PlanContext } from './formData';
import type { AddressPlanOptions, AddressPlanValue } from './schema';
import { likelyZones } from './zoneList';

const DEFAULT_POOL = '10.0.0.0/8';
const DEFAULT_SERVICE_CIDR = '172.20.0.0/16';

export type Proposal =
  { ok: true; value: AddressPlanValue } | { ok: false; reason: string };

export interface ProposalQuery {
  /** What is typed already: zones and the service range are kept. */
  value: AddressPlanValue;
  context: PlanContext;
  options: AddressPlanOptions | undefined;
  /** Ranges of other environments. */
  taken: readonly TakenRange[];
}

/** The first two free ranges, with zones and a service range where none is typed. */
export function propose(query: ProposalQuery): Proposal {
  const { value, context, options } = query;
  const poolText = options?.pool ?? DEFAULT_POOL;
  const pool = parseCidr(poolText);
  if (!pool.ok) {
    return {
      ok: false,
      reason: `The pool of this template, ${poolText}, ${pool.reason}.`,
    };
  }
  const serviceCidr =
    value.serviceCidr || options?.serviceCidr || DEFAULT_SERVICE_CIDR;
  const prefix = neededPrefix(query);
  const pair = firstFreePair({
    pool: pool.range,
    prefix,
    taken: takenBy(query, serviceCidr),
  });
  if (!pair) {
    return {
      ok: false,
      reason: `${poolText} does not hold two free ranges of /${prefix} any more.`,
    };
  }
  const zonesOf = (side: Side) => {
    if (value[side].zones.length > 0) return value[side].zones;
    return options?.zones ?? likelyZones(context.sides[side].region);
  };
  return {
    ok: true,
    value: {
      ledger: { cidr: pair.ledger, zones: zonesOf('ledger') },
      auditor: { cidr: pair.auditor, zones: zonesOf('auditor') },
      serviceCidr,
    },
  };
}

function takenBy({ context, taken }: ProposalQuery, serviceCidr: string) {
  const texts = [
    serviceCidr,
    ...context.runners,
    ...context.applications.flatMap(({ cidrs }) => cidrs),
  ];
  return [
    ...taken.map(({ range }) => range),
    ...texts.flatMap(text => {
      const parsed = parseCidr(text);
      return parsed.ok ? [parsed.range] : [];
    }),
  ];
}

/** The template's prefix length, or a shorter one where the nodes of a side need more addresses. */
function neededPrefix({ value, context, options }: ProposalQuery): number {
  const needed = SIDES.flatMap(side => {
    const { instanceTypes, maxNodes } = context.sides[side];
    if (maxNodes === undefined) return [];
    const zones = value[side].zones.length || 3;
    return instanceTypes.flatMap(name => {
      const instance = findInstanceType(name);
      return (
        (instance && smallestVpcPrefix({ instance, maxNodes, zones })) ?? []
      );
    });
  });
  return Math.min(options?.prefix ?? DEFAULT_SIDE_PREFIX, ...needed);
}
