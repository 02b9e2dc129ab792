export { threeWorkerNodes } from './threeWorkerNodes';
