import { resolve } from 'node:path';

/** Root of the checkout that this file stands in, which a test may have copied. */
export const ROOT = resolve(__dirname, '../..');

/** Where guidelines and what belongs to them stand below a root. */
export const GUIDELINES = 'plugins/scalardl-common/src/guidelines';
export const TABLE = 'plugins/scalardl-common/docs/guidelines.md';
export const EKSCTL_SHAPE_FILE =
  'plugins/scalardl-common/src/facts/eksctl/shape.ts';
export const FIXTURES = 'test/guidelines';

export const KEBAB_CASE = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/;

/** Marks what a person still has to write; no file that holds it lands. */
export const UNWRITTEN = '✎';

/** `nodes-span-three-zones` → `nodesSpanThreeZones` */
export function camelCase(id: string): string {
  return id.replace(/-([a-z0-9])/g, (_, letter: string) =>
    letter.toUpperCase(),
  );
}
