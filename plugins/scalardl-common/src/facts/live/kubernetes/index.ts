export * from './node';
export * from './object';
export * from './workload';
