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

const EXTENSIONS = {
  report: 'json',
  sarif: 'sarif',
  junit: 'junit.xml',
  markdown: 'md',
} as const satisfies Record<keyof ReportFiles, string>;

/**
 * Writes the JSON report alone, as a run does that has not ended yet.
 *
 * @throws InputError where the folder cannot be written
 */
export async function writeReport(
  report: Report,
  directory: string,
): Promise<void> {
  await write(directory, { report: json(report) });
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
  await write(directory, {
    report: json(report),
    sarif: json(toSarif(report, guidelines)),
    junit: toJunit(report),
    markdown: toComment(report, { maximumCharacters: COMMENT_SHARE }),
  });
  const path = (kind: keyof ReportFiles) => pathOf(directory, kind);
  return {
    report: path('report'),
    sarif: path('sarif'),
    junit: path('junit'),
    markdown: path('markdown'),
  };
}

function pathOf(directory: string, kind: keyof ReportFiles): string {
  return join(directory, `scalardl-report.${EXTENSIONS[kind]}`);
}

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

async function write(
  directory: string,
  texts: Partial<ReportFiles>,
): Promise<void> {
  try {
    for (const [kind, text] of Object.entries(texts)) {
      await writeWholeFile(pathOf(directory, kind as keyof ReportFiles), text);
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
}
