export type * from './names';
export * from './node';
export * from './object';
export * from './podNamesOf';
export * from './workload';
