export { threeProductPods } from './threeProductPods';
