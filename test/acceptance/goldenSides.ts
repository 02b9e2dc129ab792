import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  SIDES,
  type Environment,
  type Side,
} from '@scalardl-on-eks/plugin-scalardl-common';
import { goldens, parseGolden, type Golden } from '../golden';

/** One side of a golden environment, with its files as they stand in the golden folder. */
export interface GoldenSide {
  /** `<environment>/<side>` */
  title: string;
  golden: Golden;
  side: Side;
  environment: Environment;
  /** Path of a file of the golden folder. */
  path(file: string): string;
  read(file: string): string;
}

/** Both sides of every golden environment. */
export function goldenSides(): GoldenSide[] {
  return goldens().flatMap(golden => {
    const environment = parseGolden(golden);
    const path = (file: string) => join(golden.directory, file);
    return SIDES.map(side => ({
      title: `${golden.name}/${side}`,
      golden,
      side,
      environment,
      path,
      read: file => readFileSync(path(file), 'utf8'),
    }));
  });
}
