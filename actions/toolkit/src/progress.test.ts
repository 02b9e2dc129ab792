import { PassThrough } from 'node:stream';
import { terminalProgress, workflowProgress } from './progress';
import { readCommands } from './testing/workflowCommands';

/** What is written by some work, in one text. */
async function written(
  work: (out: PassThrough) => Promise<unknown>,
): Promise<string> {
  const out = new PassThrough();
  await work(out);
  return String(out.read() ?? '');
}

describe('workflowProgress', () => {
  it('folds what comes in pieces, and lets no runner obey it', async () => {
    const log = await written(out =>
      workflowProgress(out).group('eksctl create cluster', async write => {
        write('one\n::error::tw');
        write('o\n##[add-mask]three\nfour');
      }),
    );
    expect(log).toMatch(
      /^::group::eksctl create cluster\n::stop-commands::(\S+)\none\n::error::two\n##\[add-mask\]three\nfour\n::\1::\n::endgroup::\n$/,
    );
    expect(readCommands(log).map(({ name }) => name)).toEqual([
      'group',
      'endgroup',
    ]);
  });

  it('ends the group of work that fails', async () => {
    const log = await written(async out => {
      const failing = workflowProgress(out).group('delete', async write => {
        write('half a line');
        throw new Error('no');
      });
      await expect(failing).rejects.toThrow('no');
    });
    expect(log).toMatch(/half a line\n::\S+::\n::endgroup::\n$/);
  });

  it('says a line that looks like a command without giving one', async () => {
    const log = await written(async out =>
      workflowProgress(out).line('::error::a ##[error]b'),
    );
    expect(readCommands(log)).toEqual([]);
  });
});

describe('terminalProgress', () => {
  it('indents what belongs to a group, and prints no control characters', async () => {
    const text = await written(async out => {
      const progress = terminalProgress(out);
      progress.line('begins');
      await progress.group('eksctl', async write => write('a\u001b[2Jb\n'));
    });
    expect(text).toBe('begins\neksctl\n  a\uFFFD[2Jb\n');
  });
});
