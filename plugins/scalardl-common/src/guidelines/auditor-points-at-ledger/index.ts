export { auditorPointsAtLedger } from './auditorPointsAtLedger';
