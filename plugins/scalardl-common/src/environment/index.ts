export * from './addressPlan';
export { ENVIRONMENT_FILE } from './environmentFile';
export { environmentJsonSchema, ENVIRONMENT_SCHEMA_URL } from './jsonSchema';
export * from './parseEnvironment';
export * from './problem';
export { namedRanges, type NamedRange } from './ranges';
export { environmentReference } from './reference';
export * from './schema';
export * from './support';
