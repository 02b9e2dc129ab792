import type { Report } from '@scalardl-on-eks/plugin-scalardl-common';
import { writeReport } from '../present/reportFiles';

/** Milliseconds between two drafts: judging is cheap, but facts come by the dozen. */
const PAUSE = 500;

/**
 * Keeps `scalardl-report.json` on disk while facts come, so that even a run that is killed leaves a report: one
 * that says of itself that it is not complete.
 */
export class Draft {
  private readonly directory: string;
  private readonly judge: () => Report;
  private timer?: NodeJS.Timeout;
  private writing: Promise<void> = Promise.resolve();

  constructor(directory: string, judge: () => Report) {
    this.directory = directory;
    this.judge = judge;
  }

  /**
   * Writes at once.
   *
   * @throws InputError where the folder cannot be written, because the report could not be written later either
   */
  async begin(): Promise<void> {
    await this.write();
  }

  /** Writes soon. */
  touch(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      // The final report is written after it, and says so where it cannot be.
      this.writing = this.write().catch(() => {});
    }, PAUSE);
  }

  /** Writes no more, so that the final report is the last one. */
  async end(): Promise<void> {
    clearTimeout(this.timer);
    await this.writing;
  }

  private write(): Promise<void> {
    return writeReport(this.judge(), this.directory);
  }
}
