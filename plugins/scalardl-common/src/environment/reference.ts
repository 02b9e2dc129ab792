import * as z from 'zod';
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
  const rows = new Map<string, Row>();
  eachKey(environmentSchema, (path, schema) => {
    const key = ofBothSides(path);
    if (!rows.has(key)) rows.set(key, row(key, schema));
  });
  const lines = [...rows.values()].map(
    ({ key, value, presence, meaning }) =>
      `| \`${key}\` | ${value} | ${presence} | ${meaning} |`,
  );
  return [
    '# Keys of the environment file',
    '',
    '<!-- Generated from the schema; its test rewrites it with UPDATE_EXPECTED=1. -->',
    '',
    'Every key of `scalardl.yaml`, the file that says what runs. `<side>` is `ledger` or `auditor`, and `[]` an item of a',
    'list. “Needed” is meant inside the mapping that holds the key; where a key may be left out, its default stands',
    'beside. Other keys are refused, except inside the overlays `eksctl` and `values`.',
    '',
    '| Key | Value | Needed | Meaning |',
    '|---|---|---|---|',
    ...lines,
    '',
  ].join('\n');
}

/** The sides have the same keys, which stand in the table once; `ledgerHost` is the one exception. */
function ofBothSides(path: string): string {
  return path === 'spec.auditor.ledgerHost'
    ? path
    : path.replace(/^spec\.(?:ledger|auditor)\./, 'spec.<side>.');
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
