export type * from './cluster';
export type * from './compute';
export type * from './database';
export type * from './loadBalancer';
export type * from './names';
export type * from './network';
