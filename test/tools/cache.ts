import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cacheDirectory } from '../../.scripts/setup/cache.mjs';
import type { Recipe } from './recipe.ts';

/** Folder of one version of a tool: `${XDG_CACHE_HOME:-~/.cache}/scalardl-on-eks/<tool>-<version>`. */
export function toolFolder(name: string, { version }: Recipe): string {
  return cacheDirectory(`${name}-${version}`);
}

/** Path of the executable where the tool was prepared before. */
export function cachedExecutable(
  name: string,
  recipe: Recipe,
): string | undefined {
  const path = join(toolFolder(name, recipe), recipe.executable);
  return existsSync(path) ? path : undefined;
}
