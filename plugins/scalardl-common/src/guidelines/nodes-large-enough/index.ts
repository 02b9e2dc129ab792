export { nodesLargeEnough } from './nodesLargeEnough';
