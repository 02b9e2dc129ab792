export { applicationsPeered } from './applicationsPeered';
