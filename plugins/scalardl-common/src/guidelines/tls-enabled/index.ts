export { tlsEnabled } from './tlsEnabled';
