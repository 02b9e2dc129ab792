import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Mutation } from './mutation.ts';

/** Every mutation of the folder `mutations`: one file a guideline, found by being there. */
export function readMutations(): Mutation[] {
  const folder = join(__dirname, 'mutations');
  return readdirSync(folder)
    .filter(name => name.endsWith('.ts'))
    .sort()
    .flatMap(name => {
      const { mutations } = jest.requireActual<{ mutations: Mutation[] }>(
        join(folder, name),
      );
      return mutations;
    });
}
