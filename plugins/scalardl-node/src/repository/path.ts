import { RepositoryError } from './repositoryError';

/**
 * Whether a path is a plain file inside a repository: not absolute, not climbing, no empty parts, backslashes,
 * colons or control characters, and not inside `.git`.
 */
export function isRepositoryPath(path: string): boolean {
  return path
    .split('/')
    .every(
      part =>
        part !== '' &&
        part !== '.' &&
        part !== '..' &&
        !/[\\:\p{C}]/u.test(part) &&
        part.toLowerCase() !== '.git',
    );
}

/** @throws RepositoryError `UNSAFE_PATH` where {@link isRepositoryPath} says no */
export function assertRepositoryPath(path: string): void {
  if (isRepositoryPath(path)) return;
  throw new RepositoryError(
    'UNSAFE_PATH',
    `Expected a path inside the repository, received ${JSON.stringify(path)}.`,
  );
}
