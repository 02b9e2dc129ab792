import { valueOf } from '../../collector';
import { CONFIG_MAPS, reads } from '../kinds';
import { kubernetesCollector } from '../kubernetesCollector';
import { deploymentsOf } from '../product/deploymentsOf';
import { findObject } from '../readObjects';
import { mountedNames } from './mounts';

/** Scalar's chart configures Envoy by variables of its Deployment; somebody's own configuration is a ConfigMap. */
export const envoyConfiguration = kubernetesCollector({
  fact: 'envoyConfiguration',
  needs: ['productDeployments'],
  kubernetes: reads('get', CONFIG_MAPS),
  async collect(reader, { given }) {
    const places = deploymentsOf(
      'envoy',
      valueOf(given, 'productDeployments'),
    ).flatMap(({ namespace, pod }) =>
      mountedNames(pod, 'configMap').map(one => ({ ...one, namespace })),
    );
    const maps = await Promise.all(
      places.map(async ({ name, namespace, optional }) => {
        const found = await findObject(reader, CONFIG_MAPS, {
          namespace,
          name,
        });
        if (!found && !optional) {
          throw new Error(
            `Expected the ConfigMap ${namespace}/${name} that Envoy mounts, received none.`,
          );
        }
        return found;
      }),
    );
    const texts = maps.flatMap(found => Object.values(found?.data ?? {}));
    return texts.length > 0 ? texts.join('\n') : undefined;
  },
});
