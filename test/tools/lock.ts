import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MILLISECONDS = 500;
/** A short wait needs no words. */
const FIRST_NOTICE_MILLISECONDS = 2_000;
const NOTICE_MILLISECONDS = 20_000;

/**
 * Runs the work while holding a lock file, so that two processes do not build the same thing twice. A
 * lock whose process has ended is taken over. The lock saves work only: results are renamed into place
 * whole, so two builds at once would be wasteful, not wrong.
 */
export async function withLock<T>(
  { file, waitingFor }: { file: string; waitingFor: string },
  work: () => Promise<T>,
): Promise<T> {
  await mkdir(dirname(file), { recursive: true });
  const started = Date.now();
  let nextNotice = FIRST_NOTICE_MILLISECONDS;
  while (!(await acquire(file))) {
    const waited = Date.now() - started;
    if (waited >= nextNotice) {
      nextNotice += NOTICE_MILLISECONDS;
      process.stderr.write(
        `Another process prepares ${waitingFor}; waiting … ${Math.round(waited / 1000)} s\n`,
      );
    }
    await sleep(POLL_MILLISECONDS);
  }
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}

async function acquire(file: string): Promise<boolean> {
  try {
    await writeFile(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const owner = await readFile(file, 'utf8').catch(() => undefined);
  // An empty file belongs to a process that is about to write its number.
  if (owner && !isAlive(Number(owner))) await rm(file, { force: true });
  return false;
}

/** Whether a process with this number runs on this machine. */
export function isAlive(processNumber: number): boolean {
  try {
    process.kill(processNumber, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
