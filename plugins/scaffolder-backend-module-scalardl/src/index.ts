/**
 * Scaffolder actions that render, check and write the repository of a ScalarDL environment on EKS.
 *
 * @packageDocumentation
 */
export { scaffolderModuleScalardl as default } from './module';
export { createEnvironmentCheckAction } from './actions/environmentCheck';
export { createEnvironmentRenderAction } from './actions/environmentRender';
export { createRepositoryWriteAction } from './actions/repositoryWrite';
