import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  formatProblem,
  parseEnvironment,
  type Environment,
} from '@scalardl-on-eks/plugin-scalardl-common';
import {
  renderEnvironment,
  type RenderedFile,
} from '@scalardl-on-eks/plugin-scalardl-node';

const ENVIRONMENTS = join(__dirname, 'environments');
const EXTENSION = '.yaml';

/** Day on which the golden environments are judged, so that a support table's end does not change them. */
export const GOLDEN_DAY = '2026-11-24';

/** An environment whose whole rendering is kept in a folder of the same name. */
export interface Golden {
  name: string;
  /** Folder with the expected files. */
  directory: string;
  /** Text of the environment file. */
  source: string;
}

/** Every golden environment, by name. */
export function goldens(): Golden[] {
  return readdirSync(ENVIRONMENTS)
    .filter(file => file.endsWith(EXTENSION))
    .sort()
    .map(file => {
      const name = file.slice(0, -EXTENSION.length);
      return {
        name,
        directory: join(__dirname, name),
        source: readFileSync(join(ENVIRONMENTS, file), 'utf8'),
      };
    });
}

/** Parses a golden environment as a user's file is parsed. */
export function parseGolden({ name, source }: Golden): Environment {
  const parsed = parseEnvironment(source, {
    file: `${name}${EXTENSION}`,
    today: GOLDEN_DAY,
  });
  if (!parsed.ok) {
    throw new Error(parsed.problems.map(formatProblem).join('\n'));
  }
  return parsed.environment;
}

/** What the environment renders to today. */
export function renderGolden(golden: Golden): RenderedFile[] {
  return renderEnvironment({
    environment: parseGolden(golden),
    source: golden.source,
  });
}
