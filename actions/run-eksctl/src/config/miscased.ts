import * as z from 'zod';

/**
 * Keys that eksctl reads whatever their case, as Go does (https://pkg.go.dev/encoding/json#Unmarshal), and
 * that this action would take for others: each as `path: expected …`.
 */
export function miscasedKeys(
  schema: z.ZodType,
  data: unknown,
  path: readonly string[] = [],
): string[] {
  const inner = unwrapped(schema);
  if (inner instanceof z.ZodArray && Array.isArray(data)) {
    const element = inner.element as z.ZodType;
    return data.flatMap((item, index) =>
      miscasedKeys(element, item, [...path, String(index)]),
    );
  }
  if (!(inner instanceof z.ZodObject) || !isRecord(data)) return [];
  const shape = inner.shape as Record<string, z.ZodType>;
  return Object.entries(data).flatMap(([key, value]) => {
    const known = shape[key];
    if (known) return miscasedKeys(known, value, [...path, key]);
    const meant = Object.keys(shape).find(
      name => name.toLowerCase() === key.toLowerCase(),
    );
    return meant ? [`${[...path, key].join('.')}: expected ${meant}`] : [];
  });
}

function unwrapped(schema: z.ZodType): z.ZodType {
  const isWrapper =
    schema instanceof z.ZodOptional || schema instanceof z.ZodNullable;
  return isWrapper ? unwrapped(schema.unwrap() as z.ZodType) : schema;
}

function isRecord(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}
