import type { Licensing } from '../../release/licensing';
import { licensingOfImage } from '../../release/licensing';
import { imageRepository } from '../../workloads/imageRepository';
import type { LivePod } from '../kubernetes';
import type { ProductQuery } from './component';
import { componentContainer, podsOf } from './productPods';

/** The product's container in one of its pods, and the licence under which it runs. */
export interface LicensedContainer {
  pod: LivePod;
  container: LivePod['containers'][number];
  /** The image tells; where its name does not, the settings do. `undefined` where neither does. */
  licensing: Licensing | undefined;
}

/** Every container of Ledger or Auditor; those beside it in a pod have no licence. */
export function licensedContainers(
  pods: readonly LivePod[],
  query: ProductQuery,
): LicensedContainer[] {
  const { side, settings } = query;
  return podsOf(pods, side, query).flatMap(pod => {
    const container = componentContainer(pod, side, query);
    return container
      ? [
          {
            pod,
            container,
            licensing:
              licensingOfImage(imageRepository(container.image)) ??
              settings.licensing,
          },
        ]
      : [];
  });
}
