import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { parse } from 'yaml';

interface Described {
  description: string;
  default?: string;
}

interface Metadata {
  inputs?: Record<string, Described>;
  outputs?: Record<string, Described>;
}

const BEGIN = '<!-- generated from action.yml by npm run bundle -->';
const END = '<!-- end of what is generated -->';

/**
 * The README of an action with the tables of its inputs and outputs as `action.yml` describes them.
 *
 * @throws Error where the README has no place for them
 */
export async function readmeWithTables(folder: string): Promise<string> {
  const path = join(folder, 'README.md');
  const readme = await readFile(path, 'utf8');
  const metadata = parse(
    await readFile(join(folder, 'action.yml'), 'utf8'),
  ) as Metadata;
  const [before, rest] = readme.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) {
    throw new Error(`Expected ${BEGIN} and ${END} in ${path}.`);
  }
  const text = `${before}${BEGIN}\n\n${tables(metadata)}\n${END}${after}`;
  return format(text, { ...(await resolveConfig(path)), filepath: path });
}

function tables({ inputs = {}, outputs = {} }: Metadata): string {
  const inputRows = Object.entries(inputs).map(
    ([name, { description, default: fallback }]) => [
      `\`${name}\``,
      fallback === undefined ? '' : `\`${fallback}\``,
      description,
    ],
  );
  const outputRows = Object.entries(outputs).map(([name, { description }]) => [
    `\`${name}\``,
    description,
  ]);
  return [
    table(['input', 'default', 'meaning'], inputRows),
    table(['output', 'meaning'], outputRows),
  ].join('\n');
}

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) =>
    `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |\n`;
  return [head, head.map(() => '---'), ...rows].map(line).join('');
}
