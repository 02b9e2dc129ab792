import { parse } from 'yaml';
import type * as z from 'zod';

export type ReadList<T> =
  { ok: true; list: T } | { ok: false; problems: string[] };

/** Reads an input that holds YAML; every problem names the key inside it. */
export function readYamlList<Schema extends z.ZodType>(
  input: string,
  text: string,
  schema: Schema,
): ReadList<z.output<Schema>> {
  let value: unknown;
  try {
    value = parse(text);
  } catch (cause) {
    const [first] = (cause as Error).message.split('\n');
    return { ok: false, problems: [`${input}: expected YAML: ${first}`] };
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return { ok: true, list: parsed.data };
  return {
    ok: false,
    problems: parsed.error.issues.map(
      issue =>
        `${formatPath([input, ...issue.path])}: ${describe(issue, value)}.`,
    ),
  };
}

function formatPath(path: readonly PropertyKey[]): string {
  return path
    .map((part, index) => {
      if (typeof part === 'number') return `[${part}]`;
      return index === 0 ? String(part) : `.${String(part)}`;
    })
    .join('');
}

function describe(issue: z.core.$ZodIssue, value: unknown): string {
  if (issue.code === 'unrecognized_keys') {
    return `expected no key ${issue.keys.join(', ')}; check its spelling`;
  }
  const received = issue.path.reduce<unknown>(
    (inner, part) =>
      (inner as Record<PropertyKey, unknown> | undefined)?.[part],
    value,
  );
  const text = received === undefined ? 'nothing' : JSON.stringify(received);
  return `${issue.message}, received ${text.slice(0, 200)}`;
}
