export { logsCollected } from './logsCollected';
