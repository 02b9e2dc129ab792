/** Name of the environment file at the root of a repository. */
export const ENVIRONMENT_FILE = 'scalardl.yaml';
