import { InputError } from '@scalardl-on-eks/action-toolkit';
import { parse } from 'yaml';
import type * as z from 'zod';

/**
 * Reads the YAML of the input `sides` in the shape of one stage.
 *
 * @throws InputError whose sentences name the keys inside it
 */
export function readSidesAs<Schema extends z.ZodType>(
  schema: Schema,
  text: string,
): z.output<Schema> {
  const parsed = schema.safeParse(parsedYaml(text));
  if (parsed.success) return parsed.data;
  throw new InputError(
    parsed.error.issues.map(
      issue => `${['sides', ...issue.path].join('.')}: ${issue.message}.`,
    ),
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
