import type { NodeGroup } from './nodeGroups';

/** How many nodes a group has. */
export interface NodeCount {
  minimum: number;
  desired: number;
  maximum: number;
}

/** What eksctl uses where a group gives no size at all. */
const DEFAULT_NODE_COUNT = 2;

/** The sizes of a group, with those that eksctl fills in; `undefined` where one of them is no whole number. */
export function nodeCountOf(group: NodeGroup): NodeCount | undefined {
  const [minimum, desired, maximum] = [
    'minSize',
    'desiredCapacity',
    'maxSize',
  ].map(key => group.get(key) ?? undefined);
  if (![minimum, desired, maximum].every(isSize)) return undefined;
  const least = (minimum ?? desired ?? DEFAULT_NODE_COUNT) as number;
  return {
    minimum: least,
    desired: (desired ?? least) as number,
    maximum: (maximum ?? desired ?? least) as number,
  };
}

/** The smallest of the three sizes: eksctl refuses a desired size below the fewest, but somebody meant it. */
export function fewestNodes({ minimum, desired, maximum }: NodeCount): number {
  return Math.min(minimum, desired, maximum);
}

/** How many of the fewest nodes AWS may not take back at two minutes' notice. */
export function onDemandMinimum(group: NodeGroup): number | undefined {
  const count = nodeCountOf(group);
  if (!count) return undefined;
  const least = fewestNodes(count);
  if (group.managed) return group.get('spot') === true ? 0 : least;
  const base = group.get('instancesDistribution', 'onDemandBaseCapacity') ?? 0;
  const percentage =
    group.get('instancesDistribution', 'onDemandPercentageAboveBaseCapacity') ??
    100;
  if (typeof base !== 'number' || typeof percentage !== 'number')
    return undefined;
  const above = Math.max(0, least - base);
  return Math.min(least, base) + Math.ceil((above * percentage) / 100);
}

function isSize(value: unknown): value is number | undefined {
  return (
    value === undefined ||
    (typeof value === 'number' && Number.isInteger(value) && value >= 0)
  );
}
