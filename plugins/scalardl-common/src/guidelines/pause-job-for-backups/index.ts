export { pauseJobForBackups } from './pauseJobForBackups';
