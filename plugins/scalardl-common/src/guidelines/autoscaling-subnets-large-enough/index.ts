export { autoscalingSubnetsLargeEnough } from './autoscalingSubnetsLargeEnough';
