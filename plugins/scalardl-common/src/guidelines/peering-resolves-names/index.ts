export { peeringResolvesNames } from './peeringResolvesNames';
