export { productPodsSpread } from './productPodsSpread';
