import type { RecordedCall } from '../../testbed/recordedCall';
import type { Testbed } from '../../testbed/startTestbed';

/** What one run cost. */
export interface Cost {
  milliseconds: number;
  reads: number;
  writes: number;
}

/** Runs it and asks the recording which calls came of it. */
export async function costOf(
  testbed: Testbed,
  run: () => Promise<void>,
): Promise<Cost> {
  const last = (await testbed.calls()).at(-1)?.sequence ?? 0;
  const before = performance.now();
  await run();
  const milliseconds = performance.now() - before;
  const calls = await testbed.calls(last);
  const writes = calls.filter(isWrite).length;
  return { milliseconds, writes, reads: calls.length - writes };
}

function isWrite({ write }: RecordedCall): boolean {
  return write;
}
