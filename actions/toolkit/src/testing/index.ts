/**
 * What the tests of the actions share: the built action as a process, and tests of its metadata.
 *
 * @packageDocumentation
 */
export * from './builtAction';
export * from './describeMetadata';
export * from './metadata';
export * from './repositoryCopy';
export * from './workflowCommands';
