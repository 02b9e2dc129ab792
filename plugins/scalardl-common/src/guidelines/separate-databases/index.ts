export { separateDatabases } from './separateDatabases';
