export { loadBalancerTargetsHealthy } from './loadBalancerTargetsHealthy';
