export type * from './aws';
export * from './kubernetes';
export type * from './liveFacts';
export type * from './settings';
export { settingsOf } from './settingsOf';
