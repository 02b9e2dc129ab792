export { podsSpanZones } from './podsSpanZones';
