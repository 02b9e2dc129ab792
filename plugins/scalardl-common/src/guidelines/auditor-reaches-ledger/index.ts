export { auditorReachesLedger } from './auditorReachesLedger';
