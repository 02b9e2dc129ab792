export { productPodsStable } from './productPodsStable';
