export { privateWorkerSubnets } from './privateWorkerSubnets';
