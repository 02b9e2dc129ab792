export * from './configuredPods';
export * from './envoyTls';
export * from './mounts';
export * from './variables';
