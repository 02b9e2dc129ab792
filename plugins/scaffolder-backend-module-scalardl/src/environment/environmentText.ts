import {
  ENVIRONMENT_FILE,
  ENVIRONMENT_SCHEMA_URL,
  environmentJsonSchema,
} from '@scalardl-on-eks/plugin-scalardl-common';
import { Document, isMap, isPair, isScalar, visit, type Pair } from 'yaml';

interface SchemaNode {
  description?: string;
  properties?: Record<string, SchemaNode>;
  items?: SchemaNode;
}

/**
 * Writes an environment as a person would: keys in the order of the schema, a comment above each part of
 * `spec`, short lists on one line. Keys that the schema does not know are kept, last, so that parsing the
 * text names them.
 */
export function environmentText(environment: unknown): string {
  const schema = environmentJsonSchema() as SchemaNode;
  const document = new Document(ordered(environment, schema), {
    aliasDuplicateObjects: false,
    compat: 'yaml-1.1',
  });
  document.commentBefore = ` What ${ENVIRONMENT_FILE} says is what runs: every other file here is rendered from it.`;
  visit(document, { Seq: (_, node) => void (node.flow = isShort(node.items)) });
  const spec = document.get('spec');
  if (isMap(spec)) {
    for (const pair of spec.items) comment(pair, schema.properties?.spec);
  }
  return `# yaml-language-server: $schema=${ENVIRONMENT_SCHEMA_URL}\n${document.toString({ lineWidth: 0, flowCollectionPadding: false })}`;
}

function ordered(value: unknown, schema: SchemaNode | undefined): unknown {
  if (Array.isArray(value)) {
    return value.map(item => ordered(item, schema?.items));
  }
  if (typeof value !== 'object' || value === null) return value;
  const known = Object.keys(schema?.properties ?? {});
  const given = Object.keys(value);
  const keys = [
    ...known.filter(key => given.includes(key)),
    ...given.filter(key => !known.includes(key)),
  ];
  return Object.fromEntries(
    keys.map(key => [
      key,
      ordered(
        (value as Record<string, unknown>)[key],
        schema?.properties?.[key],
      ),
    ]),
  );
}

function isShort(items: readonly unknown[]): boolean {
  return items.every(isScalar);
}

function comment(pair: Pair, schema: SchemaNode | undefined): void {
  if (!isPair(pair) || !isScalar(pair.key)) return;
  const description = schema?.properties?.[String(pair.key.value)]?.description;
  if (description) pair.key.commentBefore = ` ${description}`;
}
