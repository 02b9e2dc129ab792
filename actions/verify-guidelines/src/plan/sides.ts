import { posix } from 'node:path';
import * as z from 'zod';
import {
  type OtherPaths,
  SIDES,
  type SidePaths,
} from '@scalardl-on-eks/plugin-scalardl-common';
import { readSidesAs } from '../inputs/sidesInput';

/** The phrase after "expected". */
const EXPECTED_PATH = 'a path inside the working directory';

const path = z
  .string({ error: EXPECTED_PATH })
  .transform(value => posix.normalize(value).replace(/\/$/, ''))
  .refine(value => !/^(?:|\.|\/.*|\.\.(?:\/.*)?)$/.test(value), {
    error: EXPECTED_PATH,
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

/** Reads the input `sides`; @throws InputError whose sentences name the keys inside it */
export function readSides(text: string): Sides {
  return readSidesAs(sidesSchema, text);
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
