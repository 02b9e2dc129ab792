export { loadBalancerSubnetsReady } from './loadBalancerSubnetsReady';
