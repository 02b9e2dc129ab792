export { hardenedWorkflows } from './hardenedWorkflows';
