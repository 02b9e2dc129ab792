export { soundSigningKeys } from './soundSigningKeys';
