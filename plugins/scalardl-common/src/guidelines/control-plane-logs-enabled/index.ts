export { controlPlaneLogsEnabled } from './controlPlaneLogsEnabled';
