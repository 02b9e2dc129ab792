export { otherSideConnected } from './otherSideConnected';
