import { RepositoryError } from './repositoryError';

/**
 * Refuses a path that is not a plain file inside a repository: absolute, climbing, empty or doubled parts,
 * backslashes, control characters, or inside `.git`.
 *
 * @throws RepositoryError `UNSAFE_PATH`
 */
export function assertRepositoryPath(path: string): void {
  const parts = path.split('/');
  const plain = parts.every(
    part =>
      part !== '' &&
      part !== '.' &&
      part !== '..' &&
      !/[\\:\p{C}]/u.test(part) &&
      part.toLowerCase() !== '.git',
  );
  if (!plain) {
    throw new RepositoryError(
      'UNSAFE_PATH',
      `Expected a path inside the repository, received ${JSON.stringify(path)}.`,
    );
  }
}
