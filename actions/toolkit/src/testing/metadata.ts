import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import type { InputDefinitions } from '../inputs';

const described = z.strictObject({ description: z.string().min(1) });

const metadataSchema = z.strictObject({
  name: z.string(),
  description: z.string().max(125),
  author: z.string(),
  branding: z.strictObject({ icon: z.string(), color: z.string() }),
  inputs: z.record(
    z.string(),
    described.extend({ default: z.string().optional() }),
  ),
  outputs: z.record(z.string(), described),
  runs: z.strictObject({ using: z.string(), main: z.string() }),
});

/** What `action.yml` says. */
export type Metadata = z.output<typeof metadataSchema>;

/** Reads `action.yml` in the folder of an action. */
export function readMetadata(folder: string): Metadata {
  return metadataSchema.parse(
    parse(readFileSync(join(folder, 'action.yml'), 'utf8')),
  );
}

/** The inputs as the code declares them, in the shape of `action.yml`. */
export function declaredInputs(
  definitions: InputDefinitions,
): Metadata['inputs'] {
  return Object.fromEntries(
    Object.entries(definitions).map(([name, input]) => [name, { ...input }]),
  );
}

const START =
  '<!-- Generated from action.yml; UPDATE_EXPECTED=1 npm test -- actions writes it. -->';
const END = '<!-- End of what is generated. -->';

/** The tables of inputs and outputs in an action's README. */
export function readmeTables({ inputs, outputs }: Metadata): string {
  const inputRows = Object.entries(inputs).map(
    ([name, { description, default: fallback }]) =>
      `| \`${name}\` | ${cell(description)} | ${fallback ? `\`${fallback}\`` : ''} |\n`,
  );
  const outputRows = Object.entries(outputs).map(
    ([name, { description }]) => `| \`${name}\` | ${cell(description)} |\n`,
  );
  return [
    `${START}\n\n<!-- prettier-ignore-start -->\n`,
    '| input | what it is | default |\n| --- | --- | --- |\n',
    ...inputRows,
    '\n| output | what it is |\n| --- | --- |\n',
    ...outputRows,
    `<!-- prettier-ignore-end -->\n\n${END}`,
  ].join('');
}

/** The generated part of a README; with `UPDATE_EXPECTED=1` it is written first. */
export function readmePart(folder: string, wanted: string): string {
  const path = join(folder, 'README.md');
  const text = readFileSync(path, 'utf8');
  const part = new RegExp(`${START}[\\s\\S]*${END}`);
  if (process.env.UPDATE_EXPECTED === '1') {
    writeFileSync(
      path,
      text.replace(part, () => wanted),
    );
    return wanted;
  }
  return part.exec(text)?.[0] ?? '';
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
