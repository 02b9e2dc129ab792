export { egressReachesOtherSide } from './egressReachesOtherSide';
