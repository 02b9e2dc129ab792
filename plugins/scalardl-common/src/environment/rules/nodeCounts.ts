import { type Breach, type SideEntry, sidesOf } from './rule';
import type { Rule } from './rule';

/** The node group starts between its bounds, and autoscaling has room to add nodes. */
export const nodeCounts: Rule = environment =>
  sidesOf(environment).flatMap(entry => [
    ...maximumBelowMinimum(entry),
    ...desiredOutside(entry),
    ...noRoom(entry),
  ]);

function maximumBelowMinimum({ parts, path }: SideEntry): Breach[] {
  const { min, max } = parts.nodes ?? {};
  if (min === undefined || max === undefined || min <= max) return [];
  return [
    {
      path: [...path, 'nodes', 'max'],
      expected: `${min} (nodes.min) or more`,
      received: `${max}`,
      remedy: 'Raise nodes.max or lower nodes.min.',
    },
  ];
}

function desiredOutside({ parts, path }: SideEntry): Breach[] {
  const { min, desired, max } = parts.nodes ?? {};
  if (min === undefined || desired === undefined || max === undefined)
    return [];
  if (min > max || (min <= desired && desired <= max)) return [];
  return [
    {
      path: [...path, 'nodes', 'desired'],
      expected: `a number from ${min} (nodes.min) to ${max} (nodes.max)`,
      received: `${desired}`,
      remedy: 'Change nodes.desired, or the bound that it passes.',
    },
  ];
}

function noRoom({ parts, path }: SideEntry): Breach[] {
  const { min, max } = parts.nodes ?? {};
  if (!parts.pods?.autoscaling || min === undefined || max !== min) return [];
  return [
    {
      path: [...path, 'nodes', 'max'],
      expected: `more than ${min} (nodes.min), because pods.autoscaling adds nodes`,
      received: `${max}`,
      remedy: 'Raise nodes.max, or remove pods.autoscaling.',
    },
  ];
}
