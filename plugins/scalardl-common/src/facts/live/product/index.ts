export * from './component';
export * from './liveSpread';
export type { LiveWorkload } from './liveWorkload';
export * from './podRequests';
export * from './podResources';
export * from './productDeployments';
export * from './productPods';
export * from './reachableWorkloads';
export * from './scalarImage';
