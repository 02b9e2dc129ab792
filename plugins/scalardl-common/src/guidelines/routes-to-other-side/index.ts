export { routesToOtherSide } from './routesToOtherSide';
