import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import type { Change } from './planChanges';

/** The changes as one unified diff for people; empty where nothing changes. */
export function diffChanges(changes: readonly Change[]): string {
  return changes
    .filter(({ change }) => change !== 'keep')
    .map(({ path, before, after }) =>
      createTwoFilesPatch(
        before === undefined ? '/dev/null' : `a/${path}`,
        after === undefined ? '/dev/null' : `b/${path}`,
        before ?? '',
        after ?? '',
        undefined,
        undefined,
        { context: 3, headerOptions: FILE_HEADERS_ONLY },
      ),
    )
    .join('');
}
