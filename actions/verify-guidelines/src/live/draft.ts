import { join } from 'node:path';
import { writeWholeFile } from '@scalardl-on-eks/action-toolkit';
import type { Report } from '@scalardl-on-eks/plugin-scalardl-common';

/** Milliseconds between two drafts: judging is cheap, but facts come by the dozen. */
const PAUSE = 500;

/**
 * Keeps `scalardl-report.json` on disk while facts come, so that even a run that is killed leaves a report: one
 * that says of itself that it is not complete.
 */
export class Draft {
  private readonly path: string;
  private readonly judge: () => Report;
  private timer?: NodeJS.Timeout;
  private writing: Promise<void> = Promise.resolve();

  constructor(directory: string, judge: () => Report) {
    this.path = join(directory, 'scalardl-report.json');
    this.judge = judge;
  }

  /** Writes at once; what fails here fails the run, because the report could not be written later either. */
  async begin(): Promise<void> {
    await this.write();
  }

  /** Writes soon. */
  touch(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.writing = this.writing.then(() => this.write()).catch(() => {});
    }, PAUSE);
  }

  /** Writes no more, so that the final report is the last one. */
  async end(): Promise<void> {
    clearTimeout(this.timer);
    await this.writing;
  }

  private async write(): Promise<void> {
    const report = JSON.stringify(this.judge(), undefined, 2);
    await writeWholeFile(this.path, `${report}\n`);
  }
}
