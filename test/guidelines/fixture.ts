import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const scope = z.enum(['ledger', 'auditor', 'pair']);
const file = z.string().min(1);

const edit = z.union([
  z.strictObject({
    file,
    replace: z.string().min(1),
    with: z.string(),
    count: z.int().min(1).default(1),
  }),
  z.strictObject({ file, content: z.string() }),
  z.strictObject({ file, remove: z.literal(true) }),
]);

const place = z.strictObject({
  file,
  text: z.string().min(1),
  occurrence: z.int().min(1).default(1),
});

const shared = {
  scope: z.union([scope.transform(one => [one]), z.array(scope).min(1)]),
};

const proved = z.strictObject({
  ...shared,
  observed: z.string().optional(),
  at: place.optional(),
});
const disproved = z.strictObject({
  ...shared,
  observed: z.string(),
  at: place,
});
const open = z.strictObject({
  ...shared,
  reason: z.string(),
  at: place.optional(),
});

const EXPECTATIONS = {
  pass: proved,
  fail: disproved,
  unknown: open,
  skipped: open,
} as const;

export type FixtureVerdict = keyof typeof EXPECTATIONS;

export type Edit = z.output<typeof edit>;

export type Place = z.output<typeof place>;

export interface Fixture {
  verdict: FixtureVerdict;
  base: string;
  today: string;
  edits: Edit[];
  also: string[];
  expect: {
    scope: z.output<typeof scope>[];
    observed?: string;
    reason?: string;
    at?: Place;
  };
}

/** The day on which the golden repositories are judged, unless a fixture names another. */
export const TODAY = '2026-11-23';

const FILE_NAME =
  /^(pass|fail|unknown|skipped)\.[a-z0-9]+(?:-[a-z0-9]+)*\.yaml$/;

/** The verdict in a fixture's file name, or `undefined` where the name is not one of a fixture. */
export function verdictOf(fileName: string): FixtureVerdict | undefined {
  return FILE_NAME.exec(fileName)?.[1] as FixtureVerdict | undefined;
}

/** Reads a fixture; a wrong shape is an error that names the file. */
export function readFixture(path: string, verdict: FixtureVerdict): Fixture {
  const shape = z.strictObject({
    base: z.string(),
    today: z.iso.date().default(TODAY),
    edits: z.array(edit).default([]),
    expect: EXPECTATIONS[verdict],
    also: z.array(z.string()).default([]),
  });
  const parsed = shape.safeParse(parse(readFileSync(path, 'utf8')));
  if (!parsed.success)
    throw new Error(`${path}: ${z.prettifyError(parsed.error)}`);
  return { verdict, ...parsed.data };
}
