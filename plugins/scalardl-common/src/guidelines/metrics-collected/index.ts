export { metricsCollected } from './metricsCollected';
