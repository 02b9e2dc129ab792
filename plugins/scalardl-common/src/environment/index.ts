export * from './addressPlan';
export { ENVIRONMENT_FILE } from './environmentFile';
export { environmentJsonSchema, ENVIRONMENT_SCHEMA_URL } from './jsonSchema';
export * from './parseEnvironment';
export * from './problem';
export { namedRanges, type NamedRange } from './ranges';
export { environmentReference } from './reference';
export * from './schema';
export {
  allowedWorkload as allowedWorkloadSchema,
  application as applicationSchema,
  waiver as waiverSchema,
} from './shape/operation';
export * from './support';
