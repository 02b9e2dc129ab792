export { productPodsOnThreeNodes } from './productPodsOnThreeNodes';
