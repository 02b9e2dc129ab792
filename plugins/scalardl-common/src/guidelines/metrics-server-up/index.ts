export { metricsServerUp } from './metricsServerUp';
