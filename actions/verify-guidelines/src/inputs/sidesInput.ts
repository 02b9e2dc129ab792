import { InputError } from '@scalardl-on-eks/action-toolkit';
import {
  describeReceived,
  expectationOf,
  keysOf,
  schemaAt,
} from '@scalardl-on-eks/plugin-scalardl-common';
import { parse } from 'yaml';
import type * as z from 'zod';

type Path = readonly (string | number)[];

/**
 * Reads the YAML of the input `sides` in the shape of one stage. The errors of the schema are phrases after
 * "expected".
 *
 * @throws InputError whose sentences name the keys inside it
 */
export function readSidesAs<Schema extends z.ZodType>(
  schema: Schema,
  text: string,
): z.output<Schema> {
  const value = parsedYaml(text);
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new InputError(
    parsed.error.issues.flatMap(issue => sentences(issue, { schema, value })),
  );
}

function parsedYaml(text: string): unknown {
  try {
    return parse(text);
  } catch (cause) {
    throw new InputError(
      [`sides: expected YAML: ${(cause as Error).message}`],
      { cause },
    );
  }
}

function sentences(
  issue: z.core.$ZodIssue,
  { schema, value }: { schema: z.ZodType; value: unknown },
): string[] {
  const path = issue.path as Path;
  const received = (at: Path) => describeReceived(valueAt(value, at));
  if (issue.code !== 'unrecognized_keys') {
    const expected = expectationOf(issue, schema);
    return [
      `${title(path)}: expected ${expected}, received ${received(path)}.`,
    ];
  }
  const known = keysOf(schemaAt(schema, path)).join(', ');
  return issue.keys.map(
    key =>
      `${title([...path, key])}: expected one of the keys ${known}, received ${JSON.stringify(key)}; remove it, or correct its spelling.`,
  );
}

function title(path: Path): string {
  return ['sides', ...path].join('.');
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      (inner as Record<string | number, unknown> | undefined)?.[key],
    value,
  );
}
