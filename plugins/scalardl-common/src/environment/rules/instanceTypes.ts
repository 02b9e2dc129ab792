import { type InstanceType, findInstanceType } from '../../network/instances';
import { type Breach, type Rule, type SideEntry, sidesOf } from './rule';

/** The types of a node group are named once and are interchangeable: scaling assumes that all its nodes are alike. */
export const instanceTypes: Rule = environment =>
  sidesOf(environment).flatMap(entry => [
    ...repeated(entry),
    ...different(entry),
  ]);

function repeated({ parts, path }: SideEntry): Breach[] {
  const all = parts.nodes?.instanceTypes ?? [];
  return all.flatMap((name, index) =>
    name === undefined || all.indexOf(name) === index
      ? []
      : [
          {
            path: [...path, 'nodes', 'instanceTypes', index],
            expected: 'every instance type once',
            received: `${name} again`,
            remedy: 'Name another type, or remove it.',
          },
        ],
  );
}

function different({ parts, path }: SideEntry): Breach[] {
  const known = (parts.nodes?.instanceTypes ?? []).flatMap((name, index) => {
    const type = name === undefined ? undefined : findInstanceType(name);
    return type ? [{ type, index }] : [];
  });
  const [first, ...others] = known;
  if (!first) return [];
  return others
    .filter(({ type }) => inWords(type) !== inWords(first.type))
    .map(({ type, index }) => ({
      path: [...path, 'nodes', 'instanceTypes', index],
      expected: `a type like ${first.type.name}: ${inWords(first.type)}`,
      received: `${type.name}: ${inWords(type)}`,
      remedy: 'Name types of one size and architecture in a node group.',
    }));
}

function inWords(type: InstanceType): string {
  return `${type.cpus} vCPU, ${type.memoryMiB / 1024} GiB, ${type.maxPods} pods, ${type.architecture}`;
}
