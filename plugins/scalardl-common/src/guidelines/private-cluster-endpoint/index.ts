export { privateClusterEndpoint } from './privateClusterEndpoint';
