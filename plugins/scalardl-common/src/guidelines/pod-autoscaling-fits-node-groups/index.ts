export { podAutoscalingFitsNodeGroups } from './podAutoscalingFitsNodeGroups';
