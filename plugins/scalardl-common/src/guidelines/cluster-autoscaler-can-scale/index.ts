export { clusterAutoscalerCanScale } from './clusterAutoscalerCanScale';
