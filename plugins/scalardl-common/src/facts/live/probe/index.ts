export * from './liveProbes';
export * from './planProbe';
export type { PlannedTls } from './tlsOfWay';
