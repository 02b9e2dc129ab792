/**
 * What the actions share: inputs from a workflow or a command line, results for a workflow or a terminal.
 *
 * @packageDocumentation
 */
export * from './action';
export * from './deadline';
export * from './inputs';
export * from './problem';
export * from './progress';
export { COMMENT_SHARE, type Presentation, type Runner } from './surface';
export * from './temporaryFile';
export * from './wholeFile';
