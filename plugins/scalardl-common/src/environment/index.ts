export * from './addressPlan';
export { ENVIRONMENT_FILE } from './environmentFile';
export { environmentJsonSchema, ENVIRONMENT_SCHEMA_URL } from './jsonSchema';
export { expectationOf } from './expectation';
export * from './parseEnvironment';
export * from './problem';
export { namedRanges, type NamedRange } from './ranges';
export { environmentReference } from './reference';
export * from './schema';
export { describeReceived } from './received';
export {
  allowedWorkload as allowedWorkloadSchema,
  application as applicationSchema,
  imageMirror as imageMirrorSchema,
  systemNamespace as systemNamespaceSchema,
  waiver as waiverSchema,
} from './shape/operation';
export * as scalar from './shape/scalar';
export { keysOf, schemaAt } from './shape/schemaTree';
export * from './support';
