import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Search } from '../recipe.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** The browser of this machine: the one that `CHROMIUM` names, otherwise the first on PATH. */
export const chromium: Search = {
  find() {
    const named = process.env.CHROMIUM;
    if (named !== undefined) {
      return isExecutable(named)
        ? { path: named }
        : { reason: `CHROMIUM is set to ${named}, which cannot be started.` };
    }
    const path = NAMES.flatMap(name =>
      (process.env.PATH ?? '')
        .split(delimiter)
        .map(folder => join(folder, name)),
    ).find(isExecutable);
    return path
      ? { path }
      : {
          reason: `Expected one of ${NAMES.join(', ')} on PATH, or its path in CHROMIUM, received none. Install Chromium.`,
        };
  },
};

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
