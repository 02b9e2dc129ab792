export { restrictedSourceRanges } from './restrictedSourceRanges';
