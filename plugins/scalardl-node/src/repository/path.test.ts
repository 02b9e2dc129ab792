import { assertRepositoryPath, isRepositoryPath } from './path';

describe('isRepositoryPath', () => {
  it.each(['a', '.github/workflows/deploy.yaml', 'a b/c', '.gitignore', '..a'])(
    'should accept %j',
    path => expect(isRepositoryPath(path)).toBe(true),
  );

  it.each([
    '',
    '/etc/passwd',
    '../a',
    'a/../../b',
    'a//b',
    'a/',
    './a',
    'a\\..\\b',
    'C:a',
    'a\0b',
    'a\nb',
    '.git/hooks/pre-commit',
    'a/.GIT/config',
  ])('should refuse %j', path => {
    expect(isRepositoryPath(path)).toBe(false);
    expect(() => assertRepositoryPath(path)).toThrow(
      expect.objectContaining({ code: 'UNSAFE_PATH' }),
    );
  });
});
