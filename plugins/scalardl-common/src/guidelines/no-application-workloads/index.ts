export { noApplicationWorkloads } from './noApplicationWorkloads';
