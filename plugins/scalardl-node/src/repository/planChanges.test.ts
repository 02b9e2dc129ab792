import { diffChanges } from './diffChanges';
import { planChanges } from './planChanges';
import { STAMP_FILE } from './stamp';

const tool = (path: string, content: string) =>
  ({ path, content, owner: 'tool' }) as const;
const person = (path: string, content: string) =>
  ({ path, content, owner: 'person' }) as const;

const stamp = (...files: string[]) =>
  JSON.stringify({ skeleton: '0.0.1', files });

describe('planChanges', () => {
  it('should create, update and keep', () => {
    expect(
      planChanges([tool('a', '1'), tool('b', '2'), tool('c', '3')], {
        b: 'old',
        c: '3',
        other: 'x',
      }),
    ).toEqual([
      { path: 'a', change: 'create', after: '1' },
      { path: 'b', change: 'update', before: 'old', after: '2' },
      { path: 'c', change: 'keep', before: '3', after: '3' },
    ]);
  });

  it("should write a person's file once and never judge it", () => {
    const rendered = [person('NOTES.md', 'new')];
    expect(planChanges(rendered, {})).toEqual([
      { path: 'NOTES.md', change: 'create', after: 'new' },
    ]);
    expect(planChanges(rendered, { 'NOTES.md': 'mine' })).toEqual([
      { path: 'NOTES.md', change: 'keep', before: 'mine', after: 'mine' },
    ]);
  });

  it('should remove what the stamp names and nobody renders any more', () => {
    const existing = {
      [STAMP_FILE]: stamp('old', 'gone', 'kept'),
      old: 'x',
      kept: 'y',
      unstamped: 'z',
    };
    expect(planChanges([tool('kept', 'y')], existing)).toEqual([
      { path: 'kept', change: 'keep', before: 'y', after: 'y' },
      { path: 'old', change: 'remove', before: 'x' },
    ]);
  });

  it('should remove nothing for a stamp that leaves the folder or is broken', () => {
    const existing = { '../a': 'x', '.git/config': 'y' };
    const stamped = { ...existing, [STAMP_FILE]: stamp('../a', '.git/config') };
    expect(planChanges([], stamped)).toEqual([]);
    expect(planChanges([], { a: 'x', [STAMP_FILE]: 'files: [a' })).toEqual([]);
  });

  it('should treat inherited names as files that are not there', () => {
    expect(planChanges([tool('constructor', '1')], {})).toEqual([
      { path: 'constructor', change: 'create', after: '1' },
    ]);
  });
});

describe('diffChanges', () => {
  it('should show what changes and leave out what does not', () => {
    expect(
      diffChanges([
        { path: 'a', change: 'create', after: '1\n' },
        { path: 'b', change: 'update', before: '1\n2\n', after: '1\n3\n' },
        { path: 'c', change: 'remove', before: '1\n' },
        { path: 'd', change: 'keep', before: '1\n', after: '1\n' },
      ]),
    ).toBe(
      [
        '--- /dev/null',
        '+++ b/a',
        '@@ -0,0 +1,1 @@',
        '+1',
        '--- a/b',
        '+++ b/b',
        '@@ -1,2 +1,2 @@',
        ' 1',
        '-2',
        '+3',
        '--- a/c',
        '+++ /dev/null',
        '@@ -1,1 +0,0 @@',
        '-1',
        '',
      ].join('\n'),
    );
  });
});
