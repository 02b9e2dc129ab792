/** What went wrong with a repository folder; the message says what to change. */
export type RepositoryErrorCode =
  'UNSAFE_PATH' | 'TOO_LARGE' | 'UNREADABLE' | 'WRITE_FAILED';

/** A repository folder cannot be read or written; `cause` holds the file system's own error. */
export class RepositoryError extends Error {
  readonly code: RepositoryErrorCode;

  constructor(
    code: RepositoryErrorCode,
    message: string,
    options?: { cause: unknown },
  ) {
    super(message, options);
    this.name = 'RepositoryError';
    this.code = code;
  }
}
