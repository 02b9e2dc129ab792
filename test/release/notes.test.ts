// eslint-disable-next-line @backstage/no-relative-monorepo-imports -- a program of the repository, not a package
import { releaseNotes } from '../../.scripts/release/notes';

const COMMON = `# @scalardl-on-eks/plugin-scalardl-common

## 0.2.0

### Minor Changes

- abc1234: A form, or one file,
  to a repository.

### Patch Changes

- def5678: A reason names the key.

## 0.1.0

### Minor Changes

- 0000000: Older.
`;

const NODE = `# @scalardl-on-eks/plugin-scalardl-node

## 0.2.0

### Minor Changes

- abc1234: A form, or one file,
  to a repository.

### Patch Changes

- Updated dependencies [abc1234]
  - @scalardl-on-eks/plugin-scalardl-common@0.2.0
`;

describe('releaseNotes', () => {
  it('says each change of the version once', () => {
    expect(releaseNotes('0.2.0', [COMMON, NODE])).toBe(
      [
        '## Minor Changes',
        '',
        '- abc1234: A form, or one file,',
        '  to a repository.',
        '',
        '## Patch Changes',
        '',
        '- def5678: A reason names the key.',
        '',
      ].join('\n'),
    );
  });

  it('refuses a version that no changelog knows', () => {
    expect(() => releaseNotes('0.3.0', [COMMON, NODE])).toThrow(
      'Expected a changelog with version 0.3.0, found none; run npm run release:version first.',
    );
  });
});
