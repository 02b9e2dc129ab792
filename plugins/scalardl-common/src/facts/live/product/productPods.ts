import { imageRepository } from '../../workloads/imageRepository';
import type { LivePod } from '../kubernetes';
import {
  type Component,
  type ProductQuery,
  hasLabelsOf,
  isComponent,
  isImageOf,
} from './component';

/** Every pod of one component, those that have ended or are about to go too. */
export function allPodsOf(
  pods: readonly LivePod[],
  component: Component,
  query: ProductQuery,
): LivePod[] {
  return pods.filter(pod =>
    isComponent({ ...pod, images: imagesOf(pod) }, component, query),
  );
}

/** The pods of one component that run or are to run. */
export function podsOf(
  pods: readonly LivePod[],
  component: Component,
  query: ProductQuery,
): LivePod[] {
  return allPodsOf(pods, component, query).filter(isActive);
}

/** Whether the pod has its place on a node, or waits for one. */
export function isActive({ terminating, phase }: LivePod): boolean {
  return !terminating && phase !== 'Succeeded' && phase !== 'Failed';
}

/** The pods of one component that serve. */
export function readyPodsOf(
  pods: readonly LivePod[],
  component: Component,
  query: ProductQuery,
): LivePod[] {
  return podsOf(pods, component, query).filter(({ ready }) => ready);
}

/** A note on pods that have the component's labels, but no image of Scalar's; empty where there are none. */
export function imageNote(
  pods: readonly LivePod[],
  component: Component,
  query: ProductQuery,
): string {
  const images = pods
    .map(pod => ({ ...pod, images: imagesOf(pod) }))
    .filter(
      pod =>
        hasLabelsOf(pod, component, query) &&
        !isComponent(pod, component, query),
    )
    .flatMap(pod => pod.images.map(imageRepository));
  return images.length === 0
    ? ''
    : `; not counted are pods with the labels that run ${[...new Set(images)].join(', ')}, which is neither from Scalar's registries nor from one of imageMirrors`;
}

/** The container that is the component, among the others of its pod. */
export function componentContainer(
  pod: LivePod,
  component: Component,
  query: ProductQuery,
): LivePod['containers'][number] | undefined {
  return pod.containers.find(({ image }) => isImageOf(image, component, query));
}

function imagesOf({ containers }: LivePod): string[] {
  return containers.map(({ image }) => image);
}
