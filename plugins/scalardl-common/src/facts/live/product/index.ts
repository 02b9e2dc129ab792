export * from './component';
export * from './liveSpread';
export * from './podRequests';
export * from './podResources';
export * from './productDeployments';
export * from './productPods';
export * from './scalarImage';
