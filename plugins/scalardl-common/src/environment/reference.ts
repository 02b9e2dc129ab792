import { z } from 'zod';
import { environmentSchema } from './schema';
import { bare, eachKey, keysOf } from './shape/schemaTree';

interface Row {
  key: string;
  value: string;
  presence: string;
  meaning: string;
}

/** Every key of the environment file as a Markdown page, generated from the schema. */
export function environmentReference(): string {
  const rows: Row[] = [];
  eachKey(environmentSchema, (key, schema) => rows.push(row(key, schema)));
  const lines = rows.map(
    ({ key, value, presence, meaning }) =>
      `| \`${key}\` | ${value} | ${presence} | ${meaning} |`,
  );
  return [
    '# Keys of the environment file',
    '',
    '<!-- Generated from the schema; `UPDATE_EXPECTED=1` on its test rewrites it. -->',
    '',
    'One file, `scalardl.yaml`, says what runs. A list is marked with `[]`. A key that is no part of this table is',
    'refused, and so are the keys `__proto__`, `constructor` and `prototype` anywhere.',
    '',
    '| Key | Value | Needed | Meaning |',
    '|---|---|---|---|',
    ...lines.map(line => line.replace(/\s+/g, ' ')),
    '',
  ].join('\n');
}

function row(key: string, schema: z.core.$ZodType): Row {
  return {
    key,
    value: escapeCell(valueOf(schema)),
    presence: presenceOf(schema),
    meaning: escapeCell(
      schema instanceof z.ZodType ? (schema.description ?? '') : '',
    ),
  };
}

/** What a schema expects is what it says when it gets something that no YAML holds. */
function valueOf(schema: z.core.$ZodType): string {
  const inner = bare(schema);
  if (keysOf(inner).length > 0) return 'a mapping';
  if (inner instanceof z.ZodRecord) return 'any mapping';
  if (inner instanceof z.ZodEnum) return inner.options.join(', ');
  if (inner instanceof z.ZodLiteral) return [...inner.values].join(', ');
  if (inner instanceof z.ZodBoolean) return 'true or false';
  if (inner instanceof z.ZodArray)
    return `a list: ${valueOf(inner.element as z.core.$ZodType)}`;
  return z.safeParse(inner, Symbol('nothing')).error?.issues[0]?.message ?? '';
}

function presenceOf(schema: z.core.$ZodType): string {
  if (schema instanceof z.ZodDefault)
    return `no, \`${JSON.stringify(schema.def.defaultValue)}\``;
  return schema instanceof z.ZodOptional ? 'no' : 'yes';
}

function escapeCell(text: string): string {
  return text.replaceAll('|', '\\|');
}
