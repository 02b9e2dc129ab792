export { oneActivePeering } from './oneActivePeering';
