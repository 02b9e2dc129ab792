/**
 * The keys that one release of eksctl reads. A definition is a list of `key:type`, `key!:type` where the
 * key is needed; a type is one of
 *
 * - `string`, `boolean`, `integer`, `number`, `range` (an address range), `map` (any keys), `any`
 * - `=a|b`: one of these texts
 * - `Name`: another definition
 * - `[type]`: a list, `{type}`: a map with keys of one's own
 * - `type+type`: either
 */
export interface Shape {
  version: string;
  definitions: Readonly<Record<string, string>>;
}

/** One key of a definition. */
export interface ShapeKey {
  type: string;
  needed: boolean;
}

const KEY = /^(\w+)(!?):(.+)$/;

/** The keys of a definition by name; empty for a name that is none. */
export function keysOf(
  shape: Shape,
  definition: string,
): ReadonlyMap<string, ShapeKey> {
  const text = shape.definitions[definition] ?? '';
  return new Map(
    text.split(' ').flatMap((entry): [string, ShapeKey][] => {
      const [, name, needed, type] = KEY.exec(entry) ?? [];
      return name && type ? [[name, { type, needed: needed === '!' }]] : [];
    }),
  );
}
