export { sameProductVersion } from './sameProductVersion';
