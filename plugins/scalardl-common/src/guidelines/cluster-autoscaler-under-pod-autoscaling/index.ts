export { clusterAutoscalerUnderPodAutoscaling } from './clusterAutoscalerUnderPodAutoscaling';
