import { join } from 'node:path';
import {
  COMMENT_SHARE,
  InputError,
  writeWholeFile,
} from '@scalardl-on-eks/action-toolkit';
import {
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

/**
 * Writes every rendering of the report.
 *
 * @throws InputError where the folder cannot be written
 */
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
  const texts: Record<keyof ReportFiles, string> = {
    report: json(report),
    sarif: json(toSarif(report, guidelines)),
    junit: toJunit(report),
    markdown: toComment(report, { maximumCharacters: COMMENT_SHARE }),
  };
  try {
    for (const kind of ['report', 'sarif', 'junit', 'markdown'] as const) {
      await writeWholeFile(files[kind], texts[kind]);
    }
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new InputError(
      [
        `report-directory: expected a folder that can be written, received ${JSON.stringify(directory)}: ${reason}`,
      ],
      { cause },
    );
  }
  return files;
}
