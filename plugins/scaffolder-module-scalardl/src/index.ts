/**
 * Scaffolder form field for the address plan of a ScalarDL environment on EKS.
 *
 * @packageDocumentation
 */
export {
  scaffolderModuleScalardl as default,
  scaffolderModuleScalardl,
} from './module';
export type {
  AddressPlanOptions,
  AddressPlanValue,
} from './fields/ScalardlAddressPlan';
