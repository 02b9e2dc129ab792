export { imagesReachable } from './imagesReachable';
