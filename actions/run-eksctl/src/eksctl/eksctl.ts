/** An eksctl that can be started. */
export interface Eksctl {
  path: string;
  /** As it says itself. */
  version: string;
  /** Where it was found, for a person. */
  origin: string;
}

/** There is no eksctl that may be used. */
export class EksctlError extends Error {
  name = 'EksctlError';
}
