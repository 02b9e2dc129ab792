export { disjointAddressRanges } from './disjointAddressRanges';
