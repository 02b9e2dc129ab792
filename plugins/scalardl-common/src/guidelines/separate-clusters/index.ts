export { separateClusters } from './separateClusters';
