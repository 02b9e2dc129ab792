export { ledgerReachesAuditor } from './ledgerReachesAuditor';
