/**
 * Environment file, address plan, guidelines and report for ScalarDL on EKS. Pure: no I/O, so that the
 * same code runs in the browser, in the backend and in GitHub Actions.
 *
 * @packageDocumentation
 */
export * from './report';
export * from './environment';
export * from './facts/fact';
export * from './facts/database/endpoints';
export * from './facts/live';
export { storagesOf } from './facts/live/databases';
export * from './facts/planFacts';
export { FIXED_PORTS } from './facts/ports/podPorts';
export { isFromEnvironment } from './facts/product/configuration';
export * from './facts/properties';
export * from './facts/sourceDocument';
export * from './facts/workloads/imageOrigin';
export * from './guidelines/guideline';
export * from './guidelines/judge';
export * from './facts/planPaths';
export * from './facts/readPlanFacts';
export type { RepositoryFiles } from './facts/repositoryFiles';
export * from './guidelines';
export * from './guidelines/liveCheck';
export * from './guidelines/liveReport';
export * from './guidelines/planReport';
export * from './network';
