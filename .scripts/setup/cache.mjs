import { homedir } from 'node:os';
import { join } from 'node:path';

/** Folder outside the checkout for what is downloaded or built once, keyed by name and version. */
export function cacheDirectory(nameAndVersion) {
  const base = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
  return join(base, 'scalardl-on-eks', nameAndVersion);
}
