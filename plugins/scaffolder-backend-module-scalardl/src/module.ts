import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { loadSkeleton } from '@scalardl-on-eks/plugin-scalardl-node';
import { createEnvironmentCheckAction } from './actions/environmentCheck';
import { createEnvironmentRenderAction } from './actions/environmentRender';
import {
  createRepositoryWriteAction,
  repositoryWriteOptions,
} from './actions/repositoryWrite';

/**
 * Adds the ScalarDL actions to the scaffolder.
 *
 * @public
 */
export const scaffolderModuleScalardl = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'scalardl',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        scaffolder: scaffolderActionsExtensionPoint,
      },
      async init({ config, scaffolder }) {
        const skeletonDirectory = config.getOptionalString(
          'scalardl.skeletonDirectory',
        );
        scaffolder.addActions(
          createEnvironmentRenderAction({
            skeleton: skeletonDirectory
              ? await loadSkeleton(skeletonDirectory)
              : undefined,
          }),
          createEnvironmentCheckAction(),
        );
        const write = repositoryWriteOptions(config);
        if (write) scaffolder.addActions(createRepositoryWriteAction(write));
      },
    });
  },
});
