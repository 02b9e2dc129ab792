export type * from './aws';
export * from './kubernetes';
export type * from './liveFacts';
export * from './probe';
export type * from './settings';
export { settingsOf } from './settingsOf';
