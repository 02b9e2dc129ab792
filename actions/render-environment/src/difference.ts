import {
  COMMENT_SHARE,
  writeTemporaryFile,
} from '@scalardl-on-eks/action-toolkit';
import { type Rendering, summaryOf } from './summary';

/**
 * Writes the difference outside the repository, for a comment on a pull request.
 *
 * @returns the path of the file
 */
export function writeDifference(rendering: Rendering): Promise<string> {
  return writeTemporaryFile(
    'difference.md',
    summaryOf(rendering, COMMENT_SHARE),
  );
}
