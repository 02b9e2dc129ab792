export { rolloutCapacity } from './rolloutCapacity';
