/**
 * Renders a ScalarDL environment file into the files of its repository, and reads, compares and writes such a
 * repository safely.
 *
 * @packageDocumentation
 */
export * from './renderedFile';
export * from './renderEnvironment';
export * from './values/ledgerHostOverlay';
export * from './skeleton/skeleton';
export * from './skeleton/loadSkeleton';
export * from './skeleton/packed';
export * from './repository/repositoryError';
export * from './repository/readRepositoryFiles';
export * from './repository/planChanges';
export * from './repository/writeChanges';
export * from './repository/diffChanges';
export * from './repository/stamp';
