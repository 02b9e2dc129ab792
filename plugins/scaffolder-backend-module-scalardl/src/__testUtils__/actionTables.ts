import type { TemplateAction } from '@backstage/plugin-scaffolder-node';

/** The part of a JSON Schema that the tables show. */
interface Schema {
  type?: string;
  enum?: readonly string[];
  items?: Schema;
  description?: string;
  properties?: Record<string, Schema>;
  required?: readonly string[];
}

/** Everything that README says of an action: its id, its description, its inputs and its outputs. */
export function actionSection(
  action: Pick<TemplateAction, 'id' | 'description' | 'schema'>,
): string {
  const { id, description, schema } = action;
  return [
    `### \`${id}\``,
    description,
    table('Input', schema?.input as Schema),
    table('Output', schema?.output as Schema),
  ].join('\n\n');
}

function table(kind: string, schema: Schema): string {
  const rows = Object.entries(schema.properties ?? {}).map(
    ([name, property]) => {
      const always = schema.required?.includes(name) ? 'yes' : 'no';
      return `| \`${name}\` | ${typeOf(property)} | ${always} | ${property.description} |`;
    },
  );
  return [
    `| ${kind} | Type | Always | Description |`,
    '|---|---|---|---|',
    ...rows,
  ].join('\n');
}

function typeOf({ type, enum: values, items, properties }: Schema): string {
  if (values) return values.map(value => `\`${value}\``).join(', ');
  if (items) return `list of ${typeOf(items)}`;
  if (type === 'object' && properties) {
    return `object of ${Object.keys(properties)
      .map(key => `\`${key}\``)
      .join(', ')}`;
  }
  return type ?? 'any';
}
