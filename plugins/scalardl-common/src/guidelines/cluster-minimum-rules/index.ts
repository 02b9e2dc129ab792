export { clusterMinimumRules } from './clusterMinimumRules';
