export { oneProductPerCluster } from './oneProductPerCluster';
