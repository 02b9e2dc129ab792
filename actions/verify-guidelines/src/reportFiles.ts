import { join } from 'node:path';
import { writeWholeFile } from '@scalardl-on-eks/action-toolkit';
import {
  COMMENT_CHARACTERS,
  type Report,
  guidelines,
  toJunit,
  toComment,
  toSarif,
} from '@scalardl-on-eks/plugin-scalardl-common';

/** Where the renderings of a report stand. */
export interface ReportFiles {
  report: string;
  sarif: string;
  junit: string;
  /** Short enough for a comment on a pull request. */
  markdown: string;
}

export async function writeReportFiles(
  report: Report,
  directory: string,
): Promise<ReportFiles> {
  const path = (extension: string) =>
    join(directory, `scalardl-report.${extension}`);
  const files = {
    report: path('json'),
    sarif: path('sarif'),
    junit: path('junit.xml'),
    markdown: path('md'),
  };
  const json = (value: unknown) => `${JSON.stringify(value, undefined, 2)}\n`;
  await writeWholeFile(files.report, json(report));
  await writeWholeFile(files.sarif, json(toSarif(report, guidelines)));
  await writeWholeFile(files.junit, toJunit(report));
  await writeWholeFile(
    files.markdown,
    // Half of a comment: the rendered difference stands in the same one.
    toComment(report, { maximumCharacters: COMMENT_CHARACTERS / 2 }),
  );
  return files;
}
