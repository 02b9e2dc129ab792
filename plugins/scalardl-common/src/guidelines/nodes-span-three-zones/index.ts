export { nodesSpanThreeZones } from './nodesSpanThreeZones';
