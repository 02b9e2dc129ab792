import {
  type Side,
  SIDES,
  parseCidr,
} from '@scalardl-on-eks/plugin-scalardl-common';
import type { AddressPlanOptions } from './schema';

/** What the rest of the form says about one side. */
export interface SideContext {
  region: string | undefined;
  instanceTypes: string[];
  maxNodes: number | undefined;
}

/** What the rest of the form, and the template's options, say about the plan's surroundings. */
export interface PlanContext {
  sides: Record<Side, SideContext>;
  /** Readable ranges of each application, and its name where it has one. */
  applications: { name: string; cidrs: string[] }[];
  /** Readable ranges of the runners. */
  runners: string[];
}

/** Reads the surroundings of the plan; the form goes before the options. */
export function readContext(
  options: AddressPlanOptions | undefined,
  formData: unknown,
): PlanContext {
  const keys = options?.formKeys ?? {};
  const region = textAt(formData, keys.region ?? 'region') ?? options?.region;
  const sides = SIDES.map((side): [Side, SideContext] => {
    const own = keys[side] ?? {};
    const types = textsOf(valueAt(formData, own.instanceTypes));
    return [
      side,
      {
        region: textAt(formData, own.region) ?? region,
        instanceTypes:
          types.length > 0 ? types : (options?.instanceTypes ?? []),
        maxNodes: numberAt(formData, own.maxNodes) ?? options?.maxNodes,
      },
    ];
  });
  return {
    sides: Object.fromEntries(sides) as Record<Side, SideContext>,
    applications: applicationsOf(
      valueAt(formData, keys.applications ?? 'applications'),
    ),
    runners: rangesOf(valueAt(formData, keys.runners ?? 'runners')),
  };
}

/** `ledger.nodes.max` in nested objects; `undefined` where a part of the way is missing. */
function valueAt(data: unknown, key: string | undefined): unknown {
  if (!key) return undefined;
  return key
    .split('.')
    .reduce<unknown>(
      (parent, part) =>
        typeof parent === 'object' &&
        parent !== null &&
        Object.hasOwn(parent, part)
          ? (parent as Record<string, unknown>)[part]
          : undefined,
      data,
    );
}

function textAt(data: unknown, key: string | undefined): string | undefined {
  const value = valueAt(data, key);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function numberAt(data: unknown, key: string | undefined): number | undefined {
  const value = valueAt(data, key);
  return typeof value === 'number' ? value : undefined;
}

/** A text with separators, or a list of texts. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return value.split(/[\s,]+/).filter(Boolean);
  return Array.isArray(value) ? value.flatMap(textsOf) : [];
}

function applicationsOf(value: unknown): PlanContext['applications'] {
  const items = Array.isArray(value) ? value : [value];
  return items
    .map((item: unknown, index) => ({
      name: textAt(item, 'name') ?? `${index + 1}`,
      cidrs: rangesOf(item),
    }))
    .filter(({ cidrs }) => cidrs.length > 0);
}

/** The readable ranges of a text, a list, or an object with `cidrs`; their own page says what is wrong with others. */
function rangesOf(value: unknown): string[] {
  const isObject =
    typeof value === 'object' && value !== null && !Array.isArray(value);
  return textsOf(isObject ? valueAt(value, 'cidrs') : value).filter(
    text => parseCidr(text).ok,
  );
}
