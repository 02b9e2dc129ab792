export { clusterConfigAcceptedByEksctl } from './clusterConfigAcceptedByEksctl';
