import { parse } from 'yaml';
import { z } from 'zod';
import {
  type OtherPaths,
  type RepositoryFiles,
  SIDES,
  type SidePaths,
} from '@scalardl-on-eks/plugin-scalardl-common';

const path = z
  .string()
  .min(1)
  .refine(value => !value.split('/').includes('..'), {
    error: 'a path inside the working directory',
  });

const side = z.strictObject({
  clusterConfig: path,
  values: path,
  schemaLoading: path.optional(),
  awsLoadBalancerController: path.optional(),
  clusterAutoscaler: path.optional(),
  monitoring: path.optional(),
  manifests: path.optional(),
});

const sidesSchema = z.strictObject({ ledger: side, auditor: side });

/** The files of both sides, by path. */
export type Sides = z.output<typeof sidesSchema>;

type ReadSides = { ok: true; sides: Sides } | { ok: false; problems: string[] };

/** Reads the input `sides`; every problem names the key inside it. */
export function readSides(text: string): ReadSides {
  let value: unknown;
  try {
    value = parse(text);
  } catch (cause) {
    return {
      ok: false,
      problems: [`sides: expected YAML: ${(cause as Error).message}`],
    };
  }
  const parsed = sidesSchema.safeParse(value);
  if (parsed.success) return { ok: true, sides: parsed.data };
  return {
    ok: false,
    problems: parsed.error.issues.map(
      issue => `${['sides', ...issue.path].join('.')}: ${issue.message}.`,
    ),
  };
}

/** Where the files stand, in the words of the plan stage. */
export function pathsOf(sides: Sides): OtherPaths {
  return Object.fromEntries(
    SIDES.map(name => {
      const { values, ...others } = sides[name];
      const paths: Partial<SidePaths> = { ...others, product: values };
      return [name, paths];
    }),
  );
}

/** Of all files of the working directory only the ones that were named. */
export function selectFiles(
  files: RepositoryFiles,
  sides: Sides,
): RepositoryFiles {
  const named = SIDES.flatMap(name => Object.values(sides[name]));
  return Object.fromEntries(
    Object.entries(files).filter(([file]) =>
      named.some(given => file === given || file.startsWith(`${given}/`)),
    ),
  );
}
