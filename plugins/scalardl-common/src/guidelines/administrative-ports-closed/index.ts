export { administrativePortsClosed } from './administrativePortsClosed';
