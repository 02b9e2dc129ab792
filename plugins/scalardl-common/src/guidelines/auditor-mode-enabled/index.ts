export { auditorModeEnabled } from './auditorModeEnabled';
