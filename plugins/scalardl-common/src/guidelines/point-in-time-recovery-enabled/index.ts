export { pointInTimeRecoveryEnabled } from './pointInTimeRecoveryEnabled';
