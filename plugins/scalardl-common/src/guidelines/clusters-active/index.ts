export { clustersActive } from './clustersActive';
