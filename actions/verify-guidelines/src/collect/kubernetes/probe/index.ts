export * from './probe';
export * from './rights';
