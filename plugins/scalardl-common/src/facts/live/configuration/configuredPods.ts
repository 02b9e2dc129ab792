import { type PlainRecord, listOf, recordOf, textOf } from '../../plain/plain';
import type { KubernetesJson } from '../kubernetes';
import {
  type Component,
  type ProductQuery,
  deploymentsOf,
  isImageOf,
} from '../product';

/** What a Deployment of the product gives its pods, as far as it configures them. */
export interface ConfiguredPod {
  /** `Deployment scalardl-ledger/scalardl-ledger-ledger`. */
  title: string;
  /** `spec.template.spec`. */
  pod: PlainRecord;
  /** The container of Scalar's image, among the others of the pod. */
  container: PlainRecord;
  /** With its tag. */
  image: string;
}

/** Every Deployment of the component, as it configures its pods. */
export function configuredPods(
  deployments: readonly KubernetesJson[],
  component: Component,
  query: ProductQuery,
): ConfiguredPod[] {
  return deploymentsOf(deployments, component, query).flatMap(
    ({ namespace, deployment, pod }) => {
      const container = listOf(pod.containers)
        .map(recordOf)
        .find(({ image }) => isImageOf(textOf(image) ?? '', component, query));
      const title = `Deployment ${namespace}/${deployment}`;
      return container
        ? [{ title, pod, container, image: textOf(container.image) ?? '' }]
        : [];
    },
  );
}
