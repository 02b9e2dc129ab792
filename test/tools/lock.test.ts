import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { withLock } from './lock';

describe('withLock', () => {
  const folder = mkdtempSync(join(tmpdir(), 'scalardl-on-eks-lock-'));
  const lock = { file: join(folder, 'tool.lock'), waitingFor: 'tool 1.0.0' };

  afterAll(() => rmSync(folder, { recursive: true }));

  it('lets one work at a time', async () => {
    const events: string[] = [];
    const work = (name: string) =>
      withLock(lock, async () => {
        events.push(`${name} begins`);
        await sleep(20);
        events.push(`${name} ends`);
      });
    await Promise.all([work('a'), work('b')]);
    // Either may be first; neither begins while the other works.
    const [first] = events[0] ?? '';
    const second = first === 'a' ? 'b' : 'a';
    expect(events).toEqual(
      [first, second].flatMap(name => [`${name} begins`, `${name} ends`]),
    );
  });

  it('is free again after a failure', async () => {
    const failed = withLock(lock, async () => {
      throw new Error('no space left');
    });
    await expect(failed).rejects.toThrow('no space left');
    expect(existsSync(lock.file)).toBe(false);
  });

  it('takes over from a process that has ended', async () => {
    const { pid } = spawnSync('true');
    writeFileSync(lock.file, String(pid));
    expect(await withLock(lock, async () => 'done')).toBe('done');
  });
});
