export { healthChecksAnswered } from './healthChecksAnswered';
