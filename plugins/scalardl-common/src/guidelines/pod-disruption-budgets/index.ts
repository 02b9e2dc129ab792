export { podDisruptionBudgets } from './podDisruptionBudgets';
