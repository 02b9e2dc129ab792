import type { Figure } from '../figures';
import type { Download } from './bare';
import type { Crowd } from './crowd';
import type { LiveCost } from './live';
import type { Measured } from './measured';

/** What was measured with one crowd. */
export interface Point {
  crowd: Crowd;
  live: LiveCost;
  bare: Download;
  /** hardeneks, once a cluster; empty where it was not run. */
  others: readonly Measured[];
}

const TIME_GOAL = 0.05;
const MEMORY_GOAL = 0.3;
/** Growth of memory where only pods grow, to three times as many: it should not grow, and a tenth is left to chance. */
const GROWTH_GOAL = 1.1;

export function figuresOf(points: readonly Point[]): Figure[] {
  return [
    ...points.flatMap(costs),
    ...points.flatMap(comparison),
    ...points.slice(1).flatMap((point, index) => {
      const before = points[index];
      return before ? growth(before, point) : [];
    }),
  ];
}

const titleOf = ({ crowd }: Point) =>
  `verify-${crowd.nodes}-nodes-${crowd.pods}-pods`;

function costs(point: Point): Figure[] {
  const { live, bare } = point;
  const name = titleOf(point);
  return [
    { name: `${name}-time`, value: live.seconds, unit: 's' },
    { name: `${name}-memory`, value: live.mebibytes, unit: 'MiB' },
    { name: `${name}-requests`, value: live.requests, unit: 'calls' },
    { name: `${name}-read`, value: bare.bytes / 2 ** 20, unit: 'MiB' },
    {
      name: `${name}-time-over-bare-download`,
      value: live.seconds / bare.seconds,
      unit: 'ratio',
    },
  ];
}

function comparison(point: Point): Figure[] {
  const { live, others } = point;
  if (others.length === 0) return [];
  const seconds = others.reduce((sum, other) => sum + other.seconds, 0);
  const mebibytes = Math.max(...others.map(other => other.mebibytes));
  const name = titleOf(point);
  return [
    { name: `${name}-hardeneks-time`, value: seconds, unit: 's' },
    { name: `${name}-hardeneks-memory`, value: mebibytes, unit: 'MiB' },
    {
      name: `${name}-time-over-hardeneks`,
      value: live.seconds / seconds,
      unit: 'ratio',
      goal: TIME_GOAL,
    },
    {
      name: `${name}-memory-over-hardeneks`,
      value: live.mebibytes / mebibytes,
      unit: 'ratio',
      goal: MEMORY_GOAL,
    },
  ];
}

function growth(before: Point, after: Point): Figure[] {
  const name = titleOf(after);
  const time = after.live.seconds / before.live.seconds;
  return [
    {
      name: `${name}-memory-growth`,
      value: after.live.mebibytes / before.live.mebibytes,
      unit: 'ratio',
      // Nodes are kept one by one; pods are counted.
      goal: after.crowd.nodes === before.crowd.nodes ? GROWTH_GOAL : undefined,
    },
    {
      name: `${name}-time-growth-over-bytes`,
      value: time / (after.bare.bytes / before.bare.bytes),
      unit: 'ratio',
      goal: 1,
    },
  ];
}
