import * as z from 'zod';
import type { Key, KeyPath } from '../source/keyPath';

/** The schema inside optional() and default(). */
export function bare(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return bare(schema.unwrap());
  return schema;
}

/** The schema of the value under the path, `undefined` where the schema knows none. */
export function schemaAt(
  root: z.core.$ZodType,
  path: KeyPath,
): z.core.$ZodType | undefined {
  return path.reduce<z.core.$ZodType | undefined>(
    (schema, key) => schema && step(bare(schema), key),
    root,
  );
}

function step(schema: z.core.$ZodType, key: Key): z.core.$ZodType | undefined {
  if (schema instanceof z.ZodArray) return schema.element;
  if (schema instanceof z.ZodObject) return schema.shape[key];
  return undefined;
}

/** The keys of a mapping; none for everything else. */
export function keysOf(schema: z.core.$ZodType | undefined): string[] {
  const inner = schema && bare(schema);
  return inner instanceof z.ZodObject ? Object.keys(inner.shape) : [];
}

/** Calls back for every key beneath the schema, parents first; list items stand as `[]` in the path. */
export function eachKey(
  schema: z.core.$ZodType,
  visit: (path: string, schema: z.core.$ZodType) => void,
  path = '',
): void {
  const inner = bare(schema);
  if (inner instanceof z.ZodArray) {
    eachKey(inner.element as z.core.$ZodType, visit, `${path}[]`);
  }
  if (!(inner instanceof z.ZodObject)) return;
  for (const [key, child] of Object.entries(inner.shape)) {
    const childPath = path === '' ? key : `${path}.${key}`;
    visit(childPath, child);
    eachKey(child, visit, childPath);
  }
}

/** The value with the schema's defaults filled in, also where other parts of it do not fit the schema. */
export function withDefaults(schema: z.core.$ZodType, value: unknown): unknown {
  if (schema instanceof z.ZodDefault)
    return withDefaults(schema.unwrap(), value ?? schema.def.defaultValue);
  const inner = bare(schema);
  if (inner instanceof z.ZodArray && Array.isArray(value))
    return value.map(item =>
      withDefaults(inner.element as z.core.$ZodType, item),
    );
  if (inner instanceof z.ZodObject && isMapping(value))
    return { ...value, ...defaultsBeneath(inner, value) };
  return value;
}

function defaultsBeneath(
  schema: z.ZodObject,
  value: Record<string, unknown>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(schema.shape)
      .map(([key, child]) => [key, withDefaults(child, value[key])] as const)
      .filter(([, child]) => child !== undefined),
  );
}

export function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
