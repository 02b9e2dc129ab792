export { internalLoadBalancer } from './internalLoadBalancer';
