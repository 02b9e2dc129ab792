/**
 * Renders a ScalarDL environment file into the files of its repository, and reads, compares and writes such a
 * repository safely.
 *
 * @packageDocumentation
 */
export * from './renderEnvironment';
export * from './renderedFile';
export * from './skeleton/skeleton';
export * from './skeleton/loadSkeleton';
export * from './skeleton/packed';
