/**
 * What the actions share: inputs from a workflow or a command line, results for a workflow or a terminal.
 *
 * @packageDocumentation
 */
export * from './action';
export * from './inputs';
export * from './problem';
export type { Presentation, Runner } from './surface';
export * from './wholeFile';
